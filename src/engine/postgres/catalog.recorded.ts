// Recorded from the catalog of PostgreSQL 18.6 by scripts/catalog.ts (npm run catalog). Do not edit.

export const types = `
_aclitem A  aclitem array_ops
_bit A  bit array_ops
_bool A  bool array_ops
_box A  box array_ops
_bpchar A  bpchar array_ops
_bytea A  bytea array_ops
_char A  char array_ops
_cid A  cid array_ops
_cidr A  cidr array_ops
_circle A  circle array_ops
_cstring A  cstring
_date A  date array_ops
_datemultirange A  datemultirange array_ops
_daterange A  daterange array_ops
_float4 A  float4 array_ops
_float8 A  float8 array_ops
_gtsvector A  gtsvector array_ops
_inet A  inet array_ops
_int2 A  int2 array_ops
_int2vector A  int2vector array_ops
_int4 A  int4 array_ops
_int4multirange A  int4multirange array_ops
_int4range A  int4range array_ops
_int8 A  int8 array_ops
_int8multirange A  int8multirange array_ops
_int8range A  int8range array_ops
_interval A  interval array_ops
_json A  json array_ops
_jsonb A  jsonb array_ops
_jsonpath A  jsonpath array_ops
_line A  line array_ops
_lseg A  lseg array_ops
_macaddr A  macaddr array_ops
_macaddr8 A  macaddr8 array_ops
_money A  money array_ops
_name A  name array_ops
_numeric A  numeric array_ops
_nummultirange A  nummultirange array_ops
_numrange A  numrange array_ops
_oid A  oid array_ops
_oidvector A  oidvector array_ops
_path A  path array_ops
_pg_lsn A  pg_lsn array_ops
_pg_snapshot A  pg_snapshot array_ops
_point A  point array_ops
_polygon A  polygon array_ops
_record P
_refcursor A  refcursor array_ops
_regclass A  regclass array_ops
_regcollation A  regcollation array_ops
_regconfig A  regconfig array_ops
_regdictionary A  regdictionary array_ops
_regnamespace A  regnamespace array_ops
_regoper A  regoper array_ops
_regoperator A  regoperator array_ops
_regproc A  regproc array_ops
_regprocedure A  regprocedure array_ops
_regrole A  regrole array_ops
_regtype A  regtype array_ops
_text A  text array_ops
_tid A  tid array_ops
_time A  time array_ops
_timestamp A  timestamp array_ops
_timestamptz A  timestamptz array_ops
_timetz A  timetz array_ops
_tsmultirange A  tsmultirange array_ops
_tsquery A  tsquery array_ops
_tsrange A  tsrange array_ops
_tstzmultirange A  tstzmultirange array_ops
_tstzrange A  tstzrange array_ops
_tsvector A  tsvector array_ops
_txid_snapshot A  txid_snapshot array_ops
_uuid A  uuid array_ops
_varbit A  varbit array_ops
_varchar A  varchar array_ops
_xid A  xid array_ops
_xid8 A  xid8 array_ops
_xml A  xml array_ops
aclitem U
any P
anyarray P   array_ops
anycompatible P
anycompatiblearray P
anycompatiblemultirange P
anycompatiblenonarray P
anycompatiblerange P
anyelement P
anyenum P
anymultirange P
anynonarray P
anyrange P
bit V   bit_ops
bool B p  bool_ops
box G
bpchar S   bpchar_ops
bytea U   bytea_ops
char Z   char_ops
cid U
cidr I   inet_ops
circle G
cstring P
date D   date_ops
datemultirange R   multirange_ops
daterange R   range_ops
event_trigger P
fdw_handler P
float4 N   float4_ops
float8 N p  float8_ops
gtsvector U
index_am_handler P
inet I p  inet_ops
int2 N   int2_ops
int2vector A  int2 array_ops
int4 N   int4_ops
int4multirange R   multirange_ops
int4range R   range_ops
int8 N   int8_ops
int8multirange R   multirange_ops
int8range R   range_ops
internal P
interval T p  interval_ops
json U
jsonb U   jsonb_ops
jsonpath U
language_handler P
line G
lseg G
macaddr U   macaddr_ops
macaddr8 U   macaddr8_ops
money N   money_ops
name S   name_ops
numeric N   numeric_ops
nummultirange R   multirange_ops
numrange R   range_ops
oid N p  oid_ops
oidvector A  oid oidvector_ops
path G
pg_brin_bloom_summary Z
pg_brin_minmax_multi_summary Z
pg_ddl_command P
pg_dependencies Z   bytea_ops
pg_lsn U   pg_lsn_ops
pg_mcv_list Z   bytea_ops
pg_ndistinct Z   bytea_ops
pg_node_tree Z   text_ops
pg_snapshot U
point G
polygon G
record P
refcursor U
regclass N   oid_ops
regcollation N   oid_ops
regconfig N   oid_ops
regdictionary N   oid_ops
regnamespace N   oid_ops
regoper N   oid_ops
regoperator N   oid_ops
regproc N   oid_ops
regprocedure N   oid_ops
regrole N   oid_ops
regtype N   oid_ops
table_am_handler P
text S p  text_ops
tid U   tid_ops
time D   time_ops
timestamp D   timestamp_ops
timestamptz D p  timestamptz_ops
timetz D   timetz_ops
trigger P
tsm_handler P
tsmultirange R   multirange_ops
tsquery U   tsquery_ops
tsrange R   range_ops
tstzmultirange R   multirange_ops
tstzrange R   range_ops
tsvector U   tsvector_ops
txid_snapshot U
unknown X
uuid U   uuid_ops
varbit V p  varbit_ops
varchar S   text_ops
void P
xid U
xid8 U   xid8_ops
xml U
`;

export const casts = `
2j 2j fii
2j 35 fei
2j 38 fei
2j 4z bii
2k 2m fai
2k 35 fei
2k 4i fai
2k 50 fai
2l 2r fei
2l 3i fei
2l 42 fei
2l 43 fai
2m 2m fii
2m 2o fai
2m 3m fii
2m 4i fii
2m 50 fii
2m 54 fes
2n 33 fei
2n 35 fei
2n 38 fei
2o 2m fai
2o 35 fei
2o 4i fii
2o 50 fai
2q 2m fai
2q 32 bii
2q 4i fai
2q 50 fai
2r 2l fei
2r 42 fei
2r 43 fei
2t 4l fii
2t 4m fis
2v 2u fei
2y 2z fii
2y 33 fai
2y 35 fai
2y 38 fai
2y 3n fai
2z 2y fai
2z 33 fai
2z 35 fai
2z 38 fai
2z 3n fai
32 2m fai
32 2q fai
32 4i fai
32 50 fai
33 2n fei
33 2y fii
33 2z fii
33 35 fii
33 38 fii
33 3n fii
33 3q fii
33 46 fii
33 47 fii
33 48 fii
33 49 fii
33 4a fii
33 4b fii
33 4c fii
33 4d fii
33 4e fii
33 4f fii
33 4g fii
35 2j fei
35 2k fei
35 2n fei
35 2o fei
35 2y fii
35 2z fii
35 33 fai
35 38 fii
35 3l fas
35 3n fii
35 3q bii
35 46 bis
35 47 bis
35 48 bis
35 49 bis
35 4a bis
35 4b bis
35 4c bis
35 4d bis
35 4e bis
35 4f bis
35 4g bis
37 36 fei
38 2j fei
38 2n fei
38 2y fii
38 2z fii
38 33 fai
38 35 fai
38 3l fas
38 3n fii
38 3q fii
38 46 fii
38 47 fii
38 48 fii
38 49 fii
38 4a fii
38 4b fii
38 4c fii
38 4d fii
38 4e fii
38 4f fii
38 4g fii
3a 39 fei
3c 3c fii
3c 4k fai
3d 3e iai
3e 2k fei
3e 2y fei
3e 2z fei
3e 33 fei
3e 35 fei
3e 38 fei
3e 3d iai
3e 3n fei
3i 42 fei
3j 3k fii
3k 3j fii
3l 3n fas
3m 2m fai
3m 4i fii
3m 50 fai
3n 2y fii
3n 2z fii
3n 33 fai
3n 35 fai
3n 38 fai
3n 3l fas
3n 3n fii
3p 3o fei
3q 35 bai
3q 38 fai
3q 46 bis
3q 47 bis
3q 48 bis
3q 49 bis
3q 4a bis
3q 4b bis
3q 4c bis
3q 4d bis
3q 4e bis
3q 4f bis
3q 4g bis
3s 43 fai
3w 2n bii
3w 4i iii
3y 2n bii
3y 4i iii
3z 2n bii
3z 4i iii
40 4i bii
42 2l fai
43 2l fei
43 2r fei
43 3s fai
43 42 fei
46 35 bas
46 38 fai
46 3q bis
47 35 bas
47 38 fai
47 3q bis
48 35 bas
48 38 fai
48 3q bis
49 35 bas
49 38 fai
49 3q bis
4a 35 bas
4a 38 fai
4a 3q bis
4b 35 bas
4b 38 fai
4b 3q bis
4b 4c bis
4c 35 bas
4c 38 fai
4c 3q bis
4c 4b bis
4d 35 bas
4d 38 fai
4d 3q bis
4d 4e bis
4e 35 bas
4e 38 fai
4e 3q bis
4e 4d bis
4f 35 bas
4f 38 fai
4f 3q bis
4g 35 bas
4g 38 fai
4g 3q bis
4i 2m bii
4i 2o fai
4i 3m fii
4i 46 fis
4i 50 bii
4i 54 fes
4k 3c fii
4k 4k fii
4k 4n fis
4l 2t fai
4l 4k fai
4l 4l fii
4l 4m fis
4m 2t fas
4m 4k fas
4m 4l fas
4m 4m fii
4m 4n fas
4n 4k fai
4n 4n fii
4s 4q fei
4u 4t fei
4z 2j bii
4z 4z fii
50 2m bii
50 2o fai
50 3m fii
50 46 fis
50 4i bii
50 50 fii
50 54 fes
53 52 fei
54 2m bai
54 4i bai
54 50 bai
`;

export const inputOutput = `
0 ss
1 ss
2 ss
3 ss
4 ss
5 ss
6 ss
7 ss
8 ss
9 ss
a ss
b ss
c ss
d ss
e ss
f ss
g ss
h ss
i ss
j ss
k ss
l ss
m ss
n ss
o ss
p ss
q ss
r ss
s ss
t ss
u ss
v ss
w ss
x ss
y ss
z ss
10 ss
11 ss
12 ss
13 ss
14 ss
15 ss
16 ss
17 ss
18 ss
19 ss
1a ss
1b ss
1c ss
1d ss
1e ss
1f ss
1g ss
1h ss
1i ss
1j ss
1k ss
1l ss
1m ss
1n ss
1o ss
1p ss
1q ss
1r ss
1s ss
1t ss
1u ss
1v ss
1w ss
1x ss
1y ss
1z ss
20 ss
21 ss
22 ss
23 ss
24 ss
25 ss
26 ss
28 is
2a is
2b ss
2d ss
2f is
2g ss
2i ss
2t ss
2u ss
2v ss
36 ss
37 ss
39 ss
3a ss
3c ss
3l ss
3o ss
3p ss
44 ss
46 ss
47 ss
48 ss
49 ss
4a ss
4b ss
4c ss
4d ss
4e ss
4f ss
4g ss
4k si
4l ss
4m ss
4n si
4q ss
4s ss
4t ss
4u ss
54 si
`;

export const operators = `
!! -,4r,4r,i
!~ 3m,4i,2k,i 4i,4i,2k,i 2m,4i,2k,i
!~* 3m,4i,2k,i 4i,4i,2k,i 2m,4i,2k,i
!~~ 2n,2n,2k,i 3m,4i,2k,i 4i,4i,2k,i 2m,4i,2k,i
!~~* 3m,4i,2k,i 4i,4i,2k,i 2m,4i,2k,i
# -,3s,35,i -,43,35,i 38,38,38,i 33,33,33,i 35,35,35,i 3i,3i,42,i 2l,2l,2l,i 3h,3h,42,i 2j,2j,2j,i
## 42,3i,42,i 42,2l,42,i 42,3h,42,i 3i,3i,42,i 3i,2l,42,i 3h,3i,42,i
#- 3e,1n,3e,i
#> 3d,1n,3d,i 3e,1n,3e,i
#>> 3d,1n,4i,i 3e,1n,4i,i
% 38,38,38,i 33,33,33,i 35,35,35,i 3n,3n,3n,i
& 38,38,38,i 33,33,33,i 35,35,35,i 3k,3k,3k,i 3j,3j,3j,i 32,32,32,i 2j,2j,2j,i
&& 2l,2l,2k,i 43,43,2k,i 2r,2r,2k,i 32,32,2k,i 28,28,2k,i 4r,4r,4r,i 2i,2i,2k,i 2i,2g,2k,i 2g,2i,2k,i 2g,2g,2k,i
&< 2l,2l,2k,i 43,43,2k,i 2r,2r,2k,i 2i,2i,2k,i 2i,2g,2k,i 2g,2i,2k,i 2g,2g,2k,i
&<| 2l,2l,2k,i 43,43,2k,i 2r,2r,2k,i
&> 2l,2l,2k,i 43,43,2k,i 2r,2r,2k,i 2i,2i,2k,i 2i,2g,2k,i 2g,2i,2k,i 2g,2g,2k,i
* 38,38,38,i 38,33,38,i 38,35,38,i 38,3l,3l,i 33,38,38,i 33,33,33,i 33,35,35,i 33,3l,3l,i 35,38,38,i 35,33,35,i 35,35,35,i 35,3l,3l,i 42,42,42,i 3s,42,3s,i 2l,42,2l,i 2y,2y,2y,i 2y,2z,2z,i 2y,3l,3l,i 2z,2y,2z,i 2z,2z,2z,i 2z,3l,3l,i 2z,3c,3c,i 2r,42,2r,i 3l,38,3l,i 3l,33,3l,i 3l,35,3l,i 3l,2y,3l,i 3l,2z,3l,i 3c,2z,3c,i 3n,3n,3n,i 2i,2i,2i,i 2g,2g,2g,i
*< 44,44,2k,i
*<= 44,44,2k,i
*<> 44,44,2k,i
*= 44,44,2k,i
*> 44,44,2k,i
*>= 44,44,2k,i
+ -,38,38,i -,33,33,i -,35,35,i -,2y,2y,i -,2z,2z,i -,3n,3n,i 38,38,38,i 38,33,38,i 38,35,38,i 38,32,32,i 33,38,38,i 33,33,33,i 33,35,35,i 35,38,38,i 35,33,35,i 35,35,35,i 35,2t,2t,i 42,42,42,i 3s,42,3s,i 3s,3s,3s,i 2l,42,2l,i 2y,2y,2y,i 2y,2z,2z,i 2z,2y,2z,i 2z,2z,2z,i 2r,42,2r,i 3l,3l,3l,i 32,38,32,i 0,26,0,i 2t,35,2t,i 2t,4k,4l,i 2t,3c,4l,i 2t,4n,4m,i 4k,2t,4l,i 4k,3c,4k,i 4l,3c,4l,i 4m,3c,4m,s 3c,2t,4l,i 3c,4k,4k,i 3c,4l,4l,i 3c,4m,4m,s 3c,3c,3c,i 3c,4n,4n,i 4n,2t,4m,i 4n,3c,4n,i 3n,3n,3n,i 3n,3x,3x,i 3x,3n,3x,i 2i,2i,2i,i 2g,2g,2g,i
- -,38,38,i -,33,33,i -,35,35,i -,2y,2y,i -,2z,2z,i -,3c,3c,i -,3n,3n,i 38,38,38,i 38,33,38,i 38,35,38,i 33,38,38,i 33,33,33,i 33,35,35,i 35,38,38,i 35,33,35,i 35,35,35,i 42,42,42,i 3s,42,3s,i 2l,42,2l,i 2y,2y,2y,i 2y,2z,2z,i 2z,2y,2z,i 2z,2z,2z,i 2r,42,2r,i 3l,3l,3l,i 32,38,32,i 32,32,38,i 0,26,0,i 2t,35,2t,i 2t,2t,35,i 2t,3c,4l,i 4k,4k,3c,i 4k,3c,4k,i 4l,4l,3c,i 4l,3c,4l,i 4m,4m,3c,i 4m,3c,4m,s 3c,3c,3c,i 4n,3c,4n,i 3n,3n,3n,i 3x,3n,3x,i 3x,3x,3n,i 3e,35,3e,i 3e,4i,3e,i 3e,1n,3e,i 2i,2i,2i,i 2g,2g,2g,i
-> 3d,35,3d,i 3d,4i,3d,i 3e,35,3e,i 3e,4i,3e,i
->> 3d,35,4i,i 3d,4i,4i,i 3e,35,4i,i 3e,4i,4i,i
-|- 2i,2i,2k,i 2i,2g,2k,i 2g,2i,2k,i 2g,2g,2k,i
/ 38,38,38,i 38,33,38,i 38,35,38,i 33,38,38,i 33,33,33,i 33,35,35,i 35,38,38,i 35,33,35,i 35,35,35,i 42,42,42,i 3s,42,3s,i 2l,42,2l,i 2y,2y,2y,i 2y,2z,2z,i 2z,2y,2z,i 2z,2z,2z,i 2r,42,2r,i 3l,38,3l,i 3l,33,3l,i 3l,35,3l,i 3l,2y,3l,i 3l,2z,3l,i 3l,3l,2z,i 3c,2z,3c,i 3n,3n,3n,i
< 2k,2k,2k,i 2n,2n,2k,i 2o,2o,2k,i 3m,3m,2k,i 3m,4i,2k,i 38,38,2k,i 38,33,2k,i 38,35,2k,i 33,38,2k,i 33,33,2k,i 33,35,2k,i 35,38,2k,i 35,33,2k,i 35,35,2k,i 4i,3m,2k,i 4i,4i,2k,i 3q,3q,2k,i 4j,4j,2k,i 3r,3r,2k,i 3i,3i,2k,i 3s,3s,2k,i 2l,2l,2k,i 2y,2y,2k,i 2y,2z,2k,i 2z,2y,2k,i 2z,2z,2k,i 2r,2r,2k,i 3k,3k,2k,i 3l,3l,2k,i 3j,3j,2k,i 32,32,2k,i 2m,2m,2k,i 2t,2t,2k,i 2t,4l,2k,i 2t,4m,2k,s 4k,4k,2k,i 4l,2t,2k,i 4l,4l,2k,i 4l,4m,2k,s 4m,2t,2k,s 4m,4l,2k,s 4m,4m,2k,i 3c,3c,2k,i 4n,4n,2k,i 2j,2j,2k,i 4z,4z,2k,i 3n,3n,2k,i 44,44,2k,i 28,28,2k,i 4y,4y,2k,i 3x,3x,2k,i 2f,2f,2k,i 4v,4v,2k,i 4r,4r,2k,i 3e,3e,2k,i 2i,2i,2k,i 2g,2g,2k,i 53,53,2k,i
<-> 42,42,2z,i 42,3i,2z,i 42,3s,2z,i 42,2l,2z,i 42,43,2z,i 42,3h,2z,i 42,2r,2z,i 3i,42,2z,i 3i,3i,2z,i 3i,2l,2z,i 3i,3h,2z,i 3s,42,2z,i 3s,3s,2z,i 2l,42,2z,i 2l,3i,2z,i 2l,2l,2z,i 43,42,2z,i 43,43,2z,i 43,2r,2z,i 3h,42,2z,i 3h,3i,2z,i 3h,3h,2z,i 2r,42,2z,i 2r,43,2z,i 2r,2r,2z,i 4r,4r,4r,i
<< 38,35,38,i 33,35,33,i 35,35,35,i 42,42,2k,i 2l,2l,2k,i 43,43,2k,i 2r,2r,2k,i 32,32,2k,i 2j,35,2j,i 2i,2i,2k,i 2i,2g,2k,i 2g,2i,2k,i 2g,2g,2k,i
<<= 32,32,2k,i
<<| 42,42,2k,i 2l,2l,2k,i 43,43,2k,i 2r,2r,2k,i
<= 2k,2k,2k,i 2n,2n,2k,i 2o,2o,2k,i 3m,3m,2k,i 3m,4i,2k,i 38,38,2k,i 38,33,2k,i 38,35,2k,i 33,38,2k,i 33,33,2k,i 33,35,2k,i 35,38,2k,i 35,33,2k,i 35,35,2k,i 4i,3m,2k,i 4i,4i,2k,i 3q,3q,2k,i 4j,4j,2k,i 3r,3r,2k,i 3i,3i,2k,i 3s,3s,2k,i 2l,2l,2k,i 2y,2y,2k,i 2y,2z,2k,i 2z,2y,2k,i 2z,2z,2k,i 2r,2r,2k,i 3k,3k,2k,i 3l,3l,2k,i 3j,3j,2k,i 32,32,2k,i 2m,2m,2k,i 2t,2t,2k,i 2t,4l,2k,i 2t,4m,2k,s 4k,4k,2k,i 4l,2t,2k,i 4l,4l,2k,i 4l,4m,2k,s 4m,2t,2k,s 4m,4l,2k,s 4m,4m,2k,i 3c,3c,2k,i 4n,4n,2k,i 2j,2j,2k,i 4z,4z,2k,i 3n,3n,2k,i 44,44,2k,i 28,28,2k,i 4y,4y,2k,i 3x,3x,2k,i 2f,2f,2k,i 4v,4v,2k,i 4r,4r,2k,i 3e,3e,2k,i 2i,2i,2k,i 2g,2g,2k,i 53,53,2k,i
<> 2k,2k,2k,i 2n,2n,2k,i 2o,2o,2k,i 3m,3m,2k,i 3m,4i,2k,i 38,38,2k,i 38,33,2k,i 38,35,2k,i 33,38,2k,i 33,33,2k,i 33,35,2k,i 35,38,2k,i 35,33,2k,i 35,35,2k,i 4i,3m,2k,i 4i,4i,2k,i 3q,3q,2k,i 4j,4j,2k,i 52,35,2k,i 52,52,2k,i 3r,3r,2k,i 42,42,2k,i 3i,3i,2k,i 2y,2y,2k,i 2y,2z,2k,i 2z,2y,2k,i 2z,2z,2k,i 2r,2r,2k,i 3k,3k,2k,i 3l,3l,2k,i 3j,3j,2k,i 32,32,2k,i 2m,2m,2k,i 2t,2t,2k,i 2t,4l,2k,i 2t,4m,2k,s 4k,4k,2k,i 4l,2t,2k,i 4l,4l,2k,i 4l,4m,2k,s 4m,2t,2k,s 4m,4l,2k,s 4m,4m,2k,i 3c,3c,2k,i 4n,4n,2k,i 2j,2j,2k,i 4z,4z,2k,i 3n,3n,2k,i 44,44,2k,i 28,28,2k,i 4y,4y,2k,i 3x,3x,2k,i 2f,2f,2k,i 4v,4v,2k,i 4r,4r,2k,i 3e,3e,2k,i 2i,2i,2k,i 2g,2g,2k,i 53,53,2k,i
<@ 42,3i,2k,i 42,3s,2k,i 42,2l,2k,i 42,43,2k,i 42,3h,2k,i 42,2r,2k,i 3i,2l,2k,i 3i,3h,2k,i 2l,2l,2k,i 43,43,2k,i 2r,2r,2k,i 28,28,2k,i 2e,2i,2k,i 2e,2g,2k,i 4r,4r,2k,i 3e,3e,2k,i 2i,2i,2k,i 2i,2g,2k,i 2g,2i,2k,i 2g,2g,2k,i
<^ 42,42,2k,i 2l,2l,2k,i
= 2k,2k,2k,i 2n,2n,2k,i 2o,2o,2k,i 3m,3m,2k,i 3m,4i,2k,i 38,38,2k,i 38,33,2k,i 38,35,2k,i 33,38,2k,i 33,33,2k,i 33,35,2k,i 35,38,2k,i 35,33,2k,i 35,35,2k,i 4i,3m,2k,i 4i,4i,2k,i 3q,3q,2k,i 4j,4j,2k,i 52,35,2k,i 52,52,2k,i 2p,2p,2k,i 3r,3r,2k,i 3i,3i,2k,i 3s,3s,2k,i 2l,2l,2k,i 3h,3h,2k,i 2y,2y,2k,i 2y,2z,2k,i 2z,2y,2k,i 2z,2z,2k,i 2r,2r,2k,i 3k,3k,2k,i 3l,3l,2k,i 3j,3j,2k,i 32,32,2k,i 26,26,2k,i 2m,2m,2k,i 2t,2t,2k,i 2t,4l,2k,i 2t,4m,2k,s 4k,4k,2k,i 4l,2t,2k,i 4l,4l,2k,i 4l,4m,2k,s 4m,2t,2k,s 4m,4l,2k,s 4m,4m,2k,i 3c,3c,2k,i 4n,4n,2k,i 2j,2j,2k,i 4z,4z,2k,i 3n,3n,2k,i 44,44,2k,i 28,28,2k,i 4y,4y,2k,i 3x,3x,2k,i 2f,2f,2k,i 4v,4v,2k,i 4r,4r,2k,i 3e,3e,2k,i 2i,2i,2k,i 2g,2g,2k,i 53,53,2k,i
> 2k,2k,2k,i 2n,2n,2k,i 2o,2o,2k,i 3m,3m,2k,i 3m,4i,2k,i 38,38,2k,i 38,33,2k,i 38,35,2k,i 33,38,2k,i 33,33,2k,i 33,35,2k,i 35,38,2k,i 35,33,2k,i 35,35,2k,i 4i,3m,2k,i 4i,4i,2k,i 3q,3q,2k,i 4j,4j,2k,i 3r,3r,2k,i 3i,3i,2k,i 3s,3s,2k,i 2l,2l,2k,i 2y,2y,2k,i 2y,2z,2k,i 2z,2y,2k,i 2z,2z,2k,i 2r,2r,2k,i 3k,3k,2k,i 3l,3l,2k,i 3j,3j,2k,i 32,32,2k,i 2m,2m,2k,i 2t,2t,2k,i 2t,4l,2k,i 2t,4m,2k,s 4k,4k,2k,i 4l,2t,2k,i 4l,4l,2k,i 4l,4m,2k,s 4m,2t,2k,s 4m,4l,2k,s 4m,4m,2k,i 3c,3c,2k,i 4n,4n,2k,i 2j,2j,2k,i 4z,4z,2k,i 3n,3n,2k,i 44,44,2k,i 28,28,2k,i 4y,4y,2k,i 3x,3x,2k,i 2f,2f,2k,i 4v,4v,2k,i 4r,4r,2k,i 3e,3e,2k,i 2i,2i,2k,i 2g,2g,2k,i 53,53,2k,i
>= 2k,2k,2k,i 2n,2n,2k,i 2o,2o,2k,i 3m,3m,2k,i 3m,4i,2k,i 38,38,2k,i 38,33,2k,i 38,35,2k,i 33,38,2k,i 33,33,2k,i 33,35,2k,i 35,38,2k,i 35,33,2k,i 35,35,2k,i 4i,3m,2k,i 4i,4i,2k,i 3q,3q,2k,i 4j,4j,2k,i 3r,3r,2k,i 3i,3i,2k,i 3s,3s,2k,i 2l,2l,2k,i 2y,2y,2k,i 2y,2z,2k,i 2z,2y,2k,i 2z,2z,2k,i 2r,2r,2k,i 3k,3k,2k,i 3l,3l,2k,i 3j,3j,2k,i 32,32,2k,i 2m,2m,2k,i 2t,2t,2k,i 2t,4l,2k,i 2t,4m,2k,s 4k,4k,2k,i 4l,2t,2k,i 4l,4l,2k,i 4l,4m,2k,s 4m,2t,2k,s 4m,4l,2k,s 4m,4m,2k,i 3c,3c,2k,i 4n,4n,2k,i 2j,2j,2k,i 4z,4z,2k,i 3n,3n,2k,i 44,44,2k,i 28,28,2k,i 4y,4y,2k,i 3x,3x,2k,i 2f,2f,2k,i 4v,4v,2k,i 4r,4r,2k,i 3e,3e,2k,i 2i,2i,2k,i 2g,2g,2k,i 53,53,2k,i
>> 38,35,38,i 33,35,33,i 35,35,35,i 42,42,2k,i 2l,2l,2k,i 43,43,2k,i 2r,2r,2k,i 32,32,2k,i 2j,35,2j,i 2i,2i,2k,i 2i,2g,2k,i 2g,2i,2k,i 2g,2g,2k,i
>>= 32,32,2k,i
>^ 42,42,2k,i 2l,2l,2k,i
? 3e,4i,2k,i
?# 3i,3i,2k,i 3i,2l,2k,i 3i,3h,2k,i 3s,3s,2k,i 2l,2l,2k,i 3h,2l,2k,i 3h,3h,2k,i
?& 3e,1n,2k,i
?- -,3i,2k,i -,3h,2k,i 42,42,2k,i
?-| 3i,3i,2k,i 3h,3h,2k,i
?| -,3i,2k,i -,3h,2k,i 42,42,2k,i 3e,1n,2k,i
?|| 3i,3i,2k,i 3h,3h,2k,i
@ -,38,38,i -,33,33,i -,35,35,i -,2y,2y,i -,2z,2z,i -,3n,3n,i
@-@ -,3i,2z,i -,3s,2z,i
@> 3s,42,2k,i 2l,42,2k,i 2l,2l,2k,i 43,42,2k,i 43,43,2k,i 2r,42,2k,i 2r,2r,2k,i 0,26,2k,i 28,28,2k,i 4r,4r,2k,i 3e,3e,2k,i 2i,2e,2k,i 2i,2i,2k,i 2i,2g,2k,i 2g,2e,2k,i 2g,2i,2k,i 2g,2g,2k,i
@? 3e,3f,2k,i
@@ -,3i,42,i -,2l,42,i -,43,42,i -,2r,42,i 4i,4i,2k,s 4i,4r,2k,s 4v,4r,2k,i 4r,4v,2k,i 3e,3f,2k,i
@@@ 4v,4r,2k,i 4r,4v,2k,i
^ 2z,2z,2z,i 3n,3n,3n,i
^@ 4i,4i,2k,i
| 38,38,38,i 33,33,33,i 35,35,35,i 3k,3k,3k,i 3j,3j,3j,i 32,32,32,i 2j,2j,2j,i
|&> 2l,2l,2k,i 43,43,2k,i 2r,2r,2k,i
|/ -,2z,2z,i
|>> 42,42,2k,i 2l,2l,2k,i 43,43,2k,i 2r,2r,2k,i
|| 2n,2n,2n,i 4i,4i,4i,i 4i,2h,4i,s 4z,4z,4z,i 2h,4i,4i,s 4v,4v,4v,i 4r,4r,4r,i 3e,3e,3e,i 29,2a,2a,i 2a,29,2a,i 2a,2a,2a,i
||/ -,2z,2z,i
~ -,38,38,i -,33,33,i -,35,35,i -,3k,3k,i -,3j,3j,i -,32,32,i -,2j,2j,i 3m,4i,2k,i 4i,4i,2k,i 2m,4i,2k,i
~* 3m,4i,2k,i 4i,4i,2k,i 2m,4i,2k,i
~<=~ 4i,4i,2k,i 2m,2m,2k,i
~<~ 4i,4i,2k,i 2m,2m,2k,i
~= 42,42,2k,i 2l,2l,2k,i 43,43,2k,i 2r,2r,2k,i
~>=~ 4i,4i,2k,i 2m,2m,2k,i
~>~ 4i,4i,2k,i 2m,2m,2k,i
~~ 2n,2n,2k,i 3m,4i,2k,i 4i,4i,2k,i 2m,4i,2k,i
~~* 3m,4i,2k,i 4i,4i,2k,i 2m,4i,2k,i
`;

export const functions = `
abbrev if:4i,32 if:4i,2q
abs if:2y,2y if:2z,2z if:38,38 if:35,35 if:33,33 if:3n,3n
aclcontains if:2k,0,26
acldefault if:0,2o,3q
aclexplode sf*:44,0
aclinsert if:0,0,26
aclitemeq if:2k,26,26
aclitemin sf:26,2s
aclitemout sf:2s,26
aclremove if:0,0,26
acos if:2z,2z
acosd if:2z,2z
acosh if:2z,2z
age sf:35,52 if:3c,4m,4m sf:3c,4m if:3c,4l,4l sf:3c,4l
amvalidate vf:2k,3q
any_in if:27,2s
any_out if:2s,27
any_value ia:2e,2e
any_value_transfn if:2e,2e,2e
anyarray_in if:28,2s
anyarray_out sf:2s,28
anyarray_send sf:2n,28
anycompatible_in if:29,2s
anycompatible_out if:2s,29
anycompatiblearray_in if:2a,2s
anycompatiblearray_out sf:2s,2a
anycompatiblearray_send sf:2n,2a
anycompatiblemultirange_in sf:2b,2s,3q,35
anycompatiblemultirange_out sf:2s,2b
anycompatiblenonarray_in if:2c,2s
anycompatiblenonarray_out if:2s,2c
anycompatiblerange_in sf:2d,2s,3q,35
anycompatiblerange_out sf:2s,2d
anyelement_in if:2e,2s
anyelement_out if:2s,2e
anyenum_in if:2f,2s
anyenum_out sf:2s,2f
anymultirange_in sf:2g,2s,3q,35
anymultirange_out sf:2s,2g
anynonarray_in if:2h,2s
anynonarray_out if:2s,2h
anyrange_in sf:2i,2s,3q,35
anyrange_out sf:2s,2i
anytextcat sf:4i,2h,4i
area if:2z,2l if:2z,3s if:2z,2r
array_agg ia:28,2h ia:28,28
array_append if:2a,2a,29
array_cat if:2a,2a,2a
array_dims if:4i,28
array_eq if:2k,28,28
array_fill if:28,2e,k if:28,2e,k,k
array_ge if:2k,28,28
array_gt if:2k,28,28
array_in sf:28,2s,3q,35
array_larger if:28,28,28
array_le if:2k,28,28
array_length if:35,28,35
array_lower if:35,28,35
array_lt if:2k,28,28
array_ndims if:35,28
array_ne if:2k,28,28
array_out sf:2s,28
array_position if:35,2a,29 if:35,2a,29,35
array_positions if:k,2a,29
array_prepend if:2a,29,2a
array_remove if:2a,2a,29
array_replace if:2a,2a,29,29
array_reverse if:28,28
array_sample vf:28,28,35
array_send sf:2n,28
array_shuffle vf:28,28
array_smaller if:28,28,28
array_sort if:28,28 if:28,28,2k if:28,28,2k,2k
array_to_json sf:3d,28 sf:3d,28,2k
array_to_string sf:4i,28,4i,4i sf:4i,28,4i
array_to_tsvector if:4v,1n
array_upper if:35,28,35
arraycontained if:2k,28,28
arraycontains if:2k,28,28
arrayoverlap if:2k,28,28
ascii if:35,4i
asin if:2z,2z
asind if:2z,2z
asinh if:2z,2z
atan if:2z,2z
atan2 if:2z,2z,2z
atan2d if:2z,2z,2z
atand if:2z,2z
atanh if:2z,2z
avg ia:3n,38 ia:3n,35 ia:3n,33 ia:3n,3n ia:2z,2y ia:2z,2z ia:3c,3c
binary_upgrade_add_sub_rel_state vf:51,4i,3q,2o,3x
binary_upgrade_create_empty_extension vf:51,4i,4i,2k,4i,13,1n,1n
binary_upgrade_logical_slot_has_caught_up vf:2k,3m
binary_upgrade_replorigin_advance vf:51,4i,3x
binary_upgrade_set_missing_value vf:51,3q,4i,4i
binary_upgrade_set_next_array_pg_type_oid vf:51,3q
binary_upgrade_set_next_heap_pg_class_oid vf:51,3q
binary_upgrade_set_next_heap_relfilenode vf:51,3q
binary_upgrade_set_next_index_pg_class_oid vf:51,3q
binary_upgrade_set_next_index_relfilenode vf:51,3q
binary_upgrade_set_next_multirange_array_pg_type_oid vf:51,3q
binary_upgrade_set_next_multirange_pg_type_oid vf:51,3q
binary_upgrade_set_next_pg_authid_oid vf:51,3q
binary_upgrade_set_next_pg_enum_oid vf:51,3q
binary_upgrade_set_next_pg_tablespace_oid vf:51,3q
binary_upgrade_set_next_pg_type_oid vf:51,3q
binary_upgrade_set_next_toast_pg_class_oid vf:51,3q
binary_upgrade_set_next_toast_relfilenode vf:51,3q
binary_upgrade_set_record_init_privs vf:51,2k
bit if:2j,35,35 if:2j,2j,35,2k if:2j,38,35
bit_and ia:33,33 ia:35,35 ia:38,38 ia:2j,2j
bit_count if:38,2j if:38,2n
bit_in if:2j,2s,3q,35
bit_length if:35,2n if:35,4i if:35,2j
bit_or ia:33,33 ia:35,35 ia:38,38 ia:2j,2j
bit_out if:2s,2j
bit_send if:2n,2j
bit_xor ia:33,33 ia:35,35 ia:38,38 ia:2j,2j
bitand if:2j,2j,2j
bitcat if:4z,4z,4z
bitcmp if:35,2j,2j
biteq if:2k,2j,2j
bitge if:2k,2j,2j
bitgt if:2k,2j,2j
bitle if:2k,2j,2j
bitlt if:2k,2j,2j
bitne if:2k,2j,2j
bitnot if:2j,2j
bitor if:2j,2j,2j
bitshiftleft if:2j,2j,35
bitshiftright if:2j,2j,35
bittypmodin if:35,a
bittypmodout if:2s,35
bitxor if:2j,2j,2j
bool if:2k,35 if:2k,3e
bool_and ia:2k,2k
bool_or ia:2k,2k
booland_statefunc if:2k,2k,2k
booleq if:2k,2k,2k
boolge if:2k,2k,2k
boolgt if:2k,2k,2k
boolin if:2k,2s
boolle if:2k,2k,2k
boollt if:2k,2k,2k
boolne if:2k,2k,2k
boolor_statefunc if:2k,2k,2k
boolout if:2s,2k
boolsend if:2n,2k
bound_box if:2l,2l,2l
box if:2l,42,42 if:2l,43 if:2l,2r if:2l,42
box_above if:2k,2l,2l
box_above_eq if:2k,2l,2l
box_add if:2l,2l,42
box_below if:2k,2l,2l
box_below_eq if:2k,2l,2l
box_center if:42,2l
box_contain if:2k,2l,2l
box_contain_pt if:2k,2l,42
box_contained if:2k,2l,2l
box_distance if:2z,2l,2l
box_div if:2l,2l,42
box_eq if:2k,2l,2l
box_ge if:2k,2l,2l
box_gt if:2k,2l,2l
box_in if:2l,2s
box_intersect if:2l,2l,2l
box_le if:2k,2l,2l
box_left if:2k,2l,2l
box_lt if:2k,2l,2l
box_mul if:2l,2l,42
box_out if:2s,2l
box_overabove if:2k,2l,2l
box_overbelow if:2k,2l,2l
box_overlap if:2k,2l,2l
box_overleft if:2k,2l,2l
box_overright if:2k,2l,2l
box_right if:2k,2l,2l
box_same if:2k,2l,2l
box_send if:2n,2l
box_sub if:2l,2l,42
bpchar if:2m,3m if:2m,2m,35,2k if:2m,2o
bpchar_larger if:2m,2m,2m
bpchar_pattern_ge if:2k,2m,2m
bpchar_pattern_gt if:2k,2m,2m
bpchar_pattern_le if:2k,2m,2m
bpchar_pattern_lt if:2k,2m,2m
bpchar_smaller if:2m,2m,2m
bpcharcmp if:35,2m,2m
bpchareq if:2k,2m,2m
bpcharge if:2k,2m,2m
bpchargt if:2k,2m,2m
bpchariclike if:2k,2m,4i
bpcharicnlike if:2k,2m,4i
bpcharicregexeq if:2k,2m,4i
bpcharicregexne if:2k,2m,4i
bpcharin if:2m,2s,3q,35
bpcharle if:2k,2m,2m
bpcharlike if:2k,2m,4i
bpcharlt if:2k,2m,2m
bpcharne if:2k,2m,2m
bpcharnlike if:2k,2m,4i
bpcharout if:2s,2m
bpcharregexeq if:2k,2m,4i
bpcharregexne if:2k,2m,4i
bpcharsend sf:2n,2m
bpchartypmodin if:35,a
bpchartypmodout if:2s,35
brin_bloom_summary_in if:3t,2s
brin_bloom_summary_out if:2s,3t
brin_bloom_summary_send sf:2n,3t
brin_desummarize_range vf:51,46,38
brin_minmax_multi_summary_in if:3u,2s
brin_minmax_multi_summary_out if:2s,3u
brin_minmax_multi_summary_send sf:2n,3u
brin_summarize_new_values vf:35,46
brin_summarize_range vf:35,46,38
broadcast if:32,32
btarraycmp if:35,28,28
btboolcmp if:35,2k,2k
btbpchar_pattern_cmp if:35,2m,2m
btcharcmp if:35,2o,2o
btequalimage if:2k,3q
btfloat48cmp if:35,2y,2z
btfloat4cmp if:35,2y,2y
btfloat84cmp if:35,2z,2y
btfloat8cmp if:35,2z,2z
btint24cmp if:35,33,35
btint28cmp if:35,33,38
btint2cmp if:35,33,33
btint42cmp if:35,35,33
btint48cmp if:35,35,38
btint4cmp if:35,35,35
btint82cmp if:35,38,33
btint84cmp if:35,38,35
btint8cmp if:35,38,38
btnamecmp if:35,3m,3m
btnametextcmp if:35,3m,4i
btoidcmp if:35,3q,3q
btoidvectorcmp if:35,3r,3r
btrecordcmp if:35,44,44
btrecordimagecmp if:35,44,44
btrim if:4i,4i,4i if:4i,4i if:2n,2n,2n
bttext_pattern_cmp if:35,4i,4i
bttextcmp if:35,4i,4i
bttextnamecmp if:35,4i,3m
bttidcmp if:35,4j,4j
btvarstrequalimage if:2k,3q
bytea if:2n,33 if:2n,35 if:2n,38
bytea_larger if:2n,2n,2n
bytea_smaller if:2n,2n,2n
byteacat if:2n,2n,2n
byteacmp if:35,2n,2n
byteaeq if:2k,2n,2n
byteage if:2k,2n,2n
byteagt if:2k,2n,2n
byteain if:2n,2s
byteale if:2k,2n,2n
bytealike if:2k,2n,2n
bytealt if:2k,2n,2n
byteane if:2k,2n,2n
byteanlike if:2k,2n,2n
byteaout if:2s,2n
byteasend if:2n,2n
cardinality if:35,28
casefold if:4i,4i
cash_cmp if:35,3l,3l
cash_div_cash if:2z,3l,3l
cash_div_flt4 if:3l,3l,2y
cash_div_flt8 if:3l,3l,2z
cash_div_int2 if:3l,3l,33
cash_div_int4 if:3l,3l,35
cash_div_int8 if:3l,3l,38
cash_eq if:2k,3l,3l
cash_ge if:2k,3l,3l
cash_gt if:2k,3l,3l
cash_in sf:3l,2s
cash_le if:2k,3l,3l
cash_lt if:2k,3l,3l
cash_mi if:3l,3l,3l
cash_mul_flt4 if:3l,3l,2y
cash_mul_flt8 if:3l,3l,2z
cash_mul_int2 if:3l,3l,33
cash_mul_int4 if:3l,3l,35
cash_mul_int8 if:3l,3l,38
cash_ne if:2k,3l,3l
cash_out sf:2s,3l
cash_pl if:3l,3l,3l
cash_send if:2n,3l
cash_words if:4i,3l
cashlarger if:3l,3l,3l
cashsmaller if:3l,3l,3l
cbrt if:2z,2z
ceil if:3n,3n if:2z,2z
ceiling if:3n,3n if:2z,2z
center if:42,2l if:42,2r
char if:2o,35 if:2o,4i
char_length if:35,2m if:35,4i
character_length if:35,2m if:35,4i
chareq if:2k,2o,2o
charge if:2k,2o,2o
chargt if:2k,2o,2o
charin if:2o,2s
charle if:2k,2o,2o
charlt if:2k,2o,2o
charne if:2k,2o,2o
charout if:2s,2o
charsend if:2n,2o
chr if:4i,35
cideq if:2k,2p,2p
cidin if:2p,2s
cidout if:2s,2p
cidr if:2q,32
cidr_in if:2q,2s
cidr_out if:2s,2q
cidr_send if:2n,2q
cidsend if:2n,2p
circle if:2r,42,2z if:2r,43 if:2r,2l
circle_above if:2k,2r,2r
circle_add_pt if:2r,2r,42
circle_below if:2k,2r,2r
circle_center if:42,2r
circle_contain if:2k,2r,2r
circle_contain_pt if:2k,2r,42
circle_contained if:2k,2r,2r
circle_distance if:2z,2r,2r
circle_div_pt if:2r,2r,42
circle_eq if:2k,2r,2r
circle_ge if:2k,2r,2r
circle_gt if:2k,2r,2r
circle_in if:2r,2s
circle_le if:2k,2r,2r
circle_left if:2k,2r,2r
circle_lt if:2k,2r,2r
circle_mul_pt if:2r,2r,42
circle_ne if:2k,2r,2r
circle_out if:2s,2r
circle_overabove if:2k,2r,2r
circle_overbelow if:2k,2r,2r
circle_overlap if:2k,2r,2r
circle_overleft if:2k,2r,2r
circle_overright if:2k,2r,2r
circle_right if:2k,2r,2r
circle_same if:2k,2r,2r
circle_send if:2n,2r
circle_sub_pt if:2r,2r,42
clock_timestamp vf:4m
close_ls if:42,3h,3i
close_lseg if:42,3i,3i
close_pb if:42,42,2l
close_pl if:42,42,3h
close_ps if:42,42,3i
close_sb if:42,3i,2l
col_description sf:4i,3q,35
concat sf+:4i,27
concat_ws sf+:4i,4i,27
convert sf:2n,2n,3m,3m
convert_from sf:4i,2n,3m
convert_to sf:2n,4i,3m
corr ia:2z,2z,2z
cos if:2z,2z
cosd if:2z,2z
cosh if:2z,2z
cot if:2z,2z
cotd if:2z,2z
count ia:38,27 ia:38
covar_pop ia:2z,2z,2z
covar_samp ia:2z,2z,2z
crc32 if:38,2n
crc32c if:38,2n
cstring_in if:2s,2s
cstring_out if:2s,2s
cstring_send sf:2n,2s
cume_dist iw:2z ia+:2z,27
current_database sf:3m
current_query vf:4i
current_schema sf:3m
current_schemas sf:z,2k
current_setting sf:4i,4i sf:4i,4i,2k
current_user sf:3m
currtid2 vf:4j,4i,4j
currval vf:38,46
cursor_to_xml vf:54,45,35,2k,2k,4i
cursor_to_xmlschema vf:54,45,2k,2k,4i
database_to_xml sf:54,2k,2k,4i
database_to_xml_and_xmlschema sf:54,2k,2k,4i
database_to_xmlschema sf:54,2k,2k,4i
date sf:2t,4m if:2t,4l
date_add sf:4m,4m,3c if:4m,4m,3c,4i
date_bin if:4l,3c,4l,4l if:4m,3c,4m,4m
date_cmp if:35,2t,2t
date_cmp_timestamp if:35,2t,4l
date_cmp_timestamptz sf:35,2t,4m
date_eq if:2k,2t,2t
date_eq_timestamp if:2k,2t,4l
date_eq_timestamptz sf:2k,2t,4m
date_ge if:2k,2t,2t
date_ge_timestamp if:2k,2t,4l
date_ge_timestamptz sf:2k,2t,4m
date_gt if:2k,2t,2t
date_gt_timestamp if:2k,2t,4l
date_gt_timestamptz sf:2k,2t,4m
date_in sf:2t,2s
date_larger if:2t,2t,2t
date_le if:2k,2t,2t
date_le_timestamp if:2k,2t,4l
date_le_timestamptz sf:2k,2t,4m
date_lt if:2k,2t,2t
date_lt_timestamp if:2k,2t,4l
date_lt_timestamptz sf:2k,2t,4m
date_mi if:35,2t,2t
date_mi_interval if:4l,2t,3c
date_mii if:2t,2t,35
date_ne if:2k,2t,2t
date_ne_timestamp if:2k,2t,4l
date_ne_timestamptz sf:2k,2t,4m
date_out sf:2s,2t
date_part sf:2z,4i,4m if:2z,4i,3c if:2z,4i,4n if:2z,4i,2t if:2z,4i,4k if:2z,4i,4l
date_pl_interval if:4l,2t,3c
date_pli if:2t,2t,35
date_send if:2n,2t
date_smaller if:2t,2t,2t
date_subtract sf:4m,4m,3c if:4m,4m,3c,4i
date_trunc sf:4m,4i,4m if:3c,4i,3c if:4m,4i,4m,4i if:4l,4i,4l
datemultirange if:2u if:2u,2v if+:2u,d
daterange if:2v,2t,2t if:2v,2t,2t,4i
daterange_canonical if:2v,2v
daterange_subdiff if:2z,2t,2t
datetime_pl if:4l,2t,4k
datetimetz_pl if:4m,2t,4n
dcbrt if:2z,2z
decode if:2n,4i,4i
degrees if:2z,2z
dense_rank iw:38 ia+:38,27
dexp if:2z,2z
diagonal if:3i,2l
diameter if:2z,2r
dist_bp if:2z,2l,42
dist_bs if:2z,2l,3i
dist_cpoint if:2z,2r,42
dist_cpoly if:2z,2r,43
dist_lp if:2z,3h,42
dist_ls if:2z,3h,3i
dist_pathp if:2z,3s,42
dist_pb if:2z,42,2l
dist_pc if:2z,42,2r
dist_pl if:2z,42,3h
dist_polyc if:2z,43,2r
dist_polyp if:2z,43,42
dist_ppath if:2z,42,3s
dist_ppoly if:2z,42,43
dist_ps if:2z,42,3i
dist_sb if:2z,3i,2l
dist_sl if:2z,3i,3h
dist_sp if:2z,3i,42
div if:3n,3n,3n
dlog1 if:2z,2z
dlog10 if:2z,2z
domain_in sf:27,2s,3q,35
dpow if:2z,2z,2z
dround if:2z,2z
dsqrt if:2z,2z
dtrunc if:2z,2z
elem_contained_by_multirange if:2k,2e,2g
elem_contained_by_range if:2k,2e,2i
encode if:4i,2n,4i
enum_cmp if:35,2f,2f
enum_eq if:2k,2f,2f
enum_first sf:2f,2f
enum_ge if:2k,2f,2f
enum_gt if:2k,2f,2f
enum_in sf:2f,2s,3q
enum_larger if:2f,2f,2f
enum_last sf:2f,2f
enum_le if:2k,2f,2f
enum_lt if:2k,2f,2f
enum_ne if:2k,2f,2f
enum_out sf:2s,2f
enum_range sf:28,2f,2f sf:28,2f
enum_send sf:2n,2f
enum_smaller if:2f,2f,2f
erf if:2z,2z
erfc if:2z,2z
event_trigger_out if:2s,2w
every ia:2k,2k
exp if:2z,2z if:3n,3n
extract if:3n,4i,2t if:3n,4i,4k if:3n,4i,4n if:3n,4i,4l sf:3n,4i,4m if:3n,4i,3c
factorial if:3n,38
family if:35,32
fdw_handler_out if:2s,2x
first_value iw:2e,2e
float4 if:2y,33 if:2y,2z if:2y,35 if:2y,38 if:2y,3n if:2y,3e
float48div if:2z,2y,2z
float48eq if:2k,2y,2z
float48ge if:2k,2y,2z
float48gt if:2k,2y,2z
float48le if:2k,2y,2z
float48lt if:2k,2y,2z
float48mi if:2z,2y,2z
float48mul if:2z,2y,2z
float48ne if:2k,2y,2z
float48pl if:2z,2y,2z
float4_accum if:f,f,2y
float4abs if:2y,2y
float4div if:2y,2y,2y
float4eq if:2k,2y,2y
float4ge if:2k,2y,2y
float4gt if:2k,2y,2y
float4in if:2y,2s
float4larger if:2y,2y,2y
float4le if:2k,2y,2y
float4lt if:2k,2y,2y
float4mi if:2y,2y,2y
float4mul if:2y,2y,2y
float4ne if:2k,2y,2y
float4out if:2s,2y
float4pl if:2y,2y,2y
float4send if:2n,2y
float4smaller if:2y,2y,2y
float4um if:2y,2y
float4up if:2y,2y
float8 if:2z,33 if:2z,2y if:2z,35 if:2z,38 if:2z,3n if:2z,3e
float84div if:2z,2z,2y
float84eq if:2k,2z,2y
float84ge if:2k,2z,2y
float84gt if:2k,2z,2y
float84le if:2k,2z,2y
float84lt if:2k,2z,2y
float84mi if:2z,2z,2y
float84mul if:2z,2z,2y
float84ne if:2k,2z,2y
float84pl if:2z,2z,2y
float8_accum if:f,f,2z
float8_avg if:2z,f
float8_combine if:f,f,f
float8_corr if:2z,f
float8_covar_pop if:2z,f
float8_covar_samp if:2z,f
float8_regr_accum if:f,f,2z,2z
float8_regr_avgx if:2z,f
float8_regr_avgy if:2z,f
float8_regr_combine if:f,f,f
float8_regr_intercept if:2z,f
float8_regr_r2 if:2z,f
float8_regr_slope if:2z,f
float8_regr_sxx if:2z,f
float8_regr_sxy if:2z,f
float8_regr_syy if:2z,f
float8_stddev_pop if:2z,f
float8_stddev_samp if:2z,f
float8_var_pop if:2z,f
float8_var_samp if:2z,f
float8abs if:2z,2z
float8div if:2z,2z,2z
float8eq if:2k,2z,2z
float8ge if:2k,2z,2z
float8gt if:2k,2z,2z
float8in if:2z,2s
float8larger if:2z,2z,2z
float8le if:2k,2z,2z
float8lt if:2k,2z,2z
float8mi if:2z,2z,2z
float8mul if:2z,2z,2z
float8ne if:2k,2z,2z
float8out if:2s,2z
float8pl if:2z,2z,2z
float8send if:2n,2z
float8smaller if:2z,2z,2z
float8um if:2z,2z
float8up if:2z,2z
floor if:3n,3n if:2z,2z
flt4_mul_cash if:3l,2y,3l
flt8_mul_cash if:3l,2z,3l
fmgr_c_validator sf:51,3q
fmgr_internal_validator sf:51,3q
fmgr_sql_validator sf:51,3q
format sf+:4i,4i,27 sf:4i,4i
format_type sf:4i,3q,35
gamma if:2z,2z
gcd if:35,35,35 if:38,38,38 if:3n,3n,3n
gen_random_uuid vf:4y
generate_series if*:4l,4l,4l,3c sf*:4m,4m,4m,3c if*:35,35,35,35 if*:35,35,35 if*:38,38,38,38 if*:38,38,38 if*:3n,3n,3n,3n if*:3n,3n,3n if*:4m,4m,4m,3c,4i
generate_subscripts if*:35,28,35,2k if*:35,28,35
get_bit if:35,2n,38 if:35,2j,35
get_byte if:35,2n,35
get_current_ts_config sf:48
getdatabaseencoding sf:3m
getpgusername sf:3m
gin_clean_pending_list vf:38,46
gin_cmp_tslexeme if:35,4i,4i
gin_compare_jsonb if:35,4i,4i
gist_translate_cmptype_common if:33,35
gtsvectorin if:30,2s
gtsvectorout if:2s,30
has_any_column_privilege sf:2k,3m,4i,4i sf:2k,3m,3q,4i sf:2k,3q,4i,4i sf:2k,3q,3q,4i sf:2k,4i,4i sf:2k,3q,4i
has_column_privilege sf:2k,3m,4i,4i,4i sf:2k,3m,4i,33,4i sf:2k,3m,3q,4i,4i sf:2k,3m,3q,33,4i sf:2k,3q,4i,4i,4i sf:2k,3q,4i,33,4i sf:2k,3q,3q,4i,4i sf:2k,3q,3q,33,4i sf:2k,4i,4i,4i sf:2k,4i,33,4i sf:2k,3q,4i,4i sf:2k,3q,33,4i
has_database_privilege sf:2k,3m,4i,4i sf:2k,3m,3q,4i sf:2k,3q,4i,4i sf:2k,3q,3q,4i sf:2k,4i,4i sf:2k,3q,4i
has_foreign_data_wrapper_privilege sf:2k,3m,4i,4i sf:2k,3m,3q,4i sf:2k,3q,4i,4i sf:2k,3q,3q,4i sf:2k,4i,4i sf:2k,3q,4i
has_function_privilege sf:2k,3m,4i,4i sf:2k,3m,3q,4i sf:2k,3q,4i,4i sf:2k,3q,3q,4i sf:2k,4i,4i sf:2k,3q,4i
has_language_privilege sf:2k,3m,4i,4i sf:2k,3m,3q,4i sf:2k,3q,4i,4i sf:2k,3q,3q,4i sf:2k,4i,4i sf:2k,3q,4i
has_largeobject_privilege sf:2k,3m,3q,4i sf:2k,3q,4i sf:2k,3q,3q,4i
has_parameter_privilege sf:2k,3m,4i,4i sf:2k,3q,4i,4i sf:2k,4i,4i
has_schema_privilege sf:2k,3m,4i,4i sf:2k,3m,3q,4i sf:2k,3q,4i,4i sf:2k,3q,3q,4i sf:2k,4i,4i sf:2k,3q,4i
has_sequence_privilege sf:2k,3m,4i,4i sf:2k,3m,3q,4i sf:2k,3q,4i,4i sf:2k,3q,3q,4i sf:2k,4i,4i sf:2k,3q,4i
has_server_privilege sf:2k,3m,4i,4i sf:2k,3m,3q,4i sf:2k,3q,4i,4i sf:2k,3q,3q,4i sf:2k,4i,4i sf:2k,3q,4i
has_table_privilege sf:2k,3m,4i,4i sf:2k,3m,3q,4i sf:2k,3q,4i,4i sf:2k,3q,3q,4i sf:2k,4i,4i sf:2k,3q,4i
has_tablespace_privilege sf:2k,3m,4i,4i sf:2k,3m,3q,4i sf:2k,3q,4i,4i sf:2k,3q,3q,4i sf:2k,4i,4i sf:2k,3q,4i
has_type_privilege sf:2k,3m,4i,4i sf:2k,3m,3q,4i sf:2k,3q,4i,4i sf:2k,3q,3q,4i sf:2k,4i,4i sf:2k,3q,4i
hash_aclitem if:35,26
hash_aclitem_extended if:38,26,38
hash_array if:35,28
hash_array_extended if:38,28,38
hash_multirange if:35,2g
hash_multirange_extended if:38,2g,38
hash_numeric if:35,3n
hash_numeric_extended if:38,3n,38
hash_range if:35,2i
hash_range_extended if:38,2i,38
hash_record if:35,44
hash_record_extended if:38,44,38
hashbool if:35,2k
hashboolextended if:38,2k,38
hashbpchar if:35,2m
hashbpcharextended if:38,2m,38
hashbytea if:35,2n
hashbyteaextended if:38,2n,38
hashchar if:35,2o
hashcharextended if:38,2o,38
hashcid if:35,2p
hashcidextended if:38,2p,38
hashdate if:35,2t
hashdateextended if:38,2t,38
hashenum if:35,2f
hashenumextended if:38,2f,38
hashfloat4 if:35,2y
hashfloat4extended if:38,2y,38
hashfloat8 if:35,2z
hashfloat8extended if:38,2z,38
hashinet if:35,32
hashinetextended if:38,32,38
hashint2 if:35,33
hashint2extended if:38,33,38
hashint4 if:35,35
hashint4extended if:38,35,38
hashint8 if:35,38
hashint8extended if:38,38,38
hashmacaddr if:35,3j
hashmacaddr8 if:35,3k
hashmacaddr8extended if:38,3k,38
hashmacaddrextended if:38,3j,38
hashname if:35,3m
hashnameextended if:38,3m,38
hashoid if:35,3q
hashoidextended if:38,3q,38
hashoidvector if:35,3r
hashoidvectorextended if:38,3r,38
hashtext if:35,4i
hashtextextended if:38,4i,38
hashtid if:35,4j
hashtidextended if:38,4j,38
hashxid if:35,52
hashxid8 if:35,53
hashxid8extended if:38,53,38
hashxidextended if:38,52,38
height if:2z,2l
host if:4i,32
hostmask if:32,32
icu_unicode_version if:4i
in_range if:2k,38,38,38,2k,2k if:2k,35,35,38,2k,2k if:2k,35,35,35,2k,2k if:2k,35,35,33,2k,2k if:2k,33,33,38,2k,2k if:2k,33,33,35,2k,2k if:2k,33,33,33,2k,2k if:2k,2t,2t,3c,2k,2k if:2k,4l,4l,3c,2k,2k sf:2k,4m,4m,3c,2k,2k if:2k,3c,3c,3c,2k,2k if:2k,4k,4k,3c,2k,2k if:2k,4n,4n,3c,2k,2k if:2k,2z,2z,2z,2k,2k if:2k,2y,2y,2z,2k,2k if:2k,3n,3n,3n,2k,2k
index_am_handler_out if:2s,31
inet_client_addr sf:32
inet_client_port sf:35
inet_in if:32,2s
inet_merge if:2q,32,32
inet_out if:2s,32
inet_same_family if:2k,32,32
inet_send if:2n,32
inet_server_addr sf:32
inet_server_port sf:35
inetand if:32,32,32
inetmi if:38,32,32
inetmi_int8 if:32,32,38
inetnot if:32,32
inetor if:32,32,32
inetpl if:32,32,38
initcap if:4i,4i
int2 if:33,2z if:33,2y if:33,35 if:33,38 if:33,3n if:33,3e if:33,2n
int24div if:35,33,35
int24eq if:2k,33,35
int24ge if:2k,33,35
int24gt if:2k,33,35
int24le if:2k,33,35
int24lt if:2k,33,35
int24mi if:35,33,35
int24mul if:35,33,35
int24ne if:2k,33,35
int24pl if:35,33,35
int28div if:38,33,38
int28eq if:2k,33,38
int28ge if:2k,33,38
int28gt if:2k,33,38
int28le if:2k,33,38
int28lt if:2k,33,38
int28mi if:38,33,38
int28mul if:38,33,38
int28ne if:2k,33,38
int28pl if:38,33,38
int2_avg_accum if:n,n,33
int2_avg_accum_inv if:n,n,33
int2_mul_cash if:3l,33,3l
int2_sum if:38,38,33
int2abs if:33,33
int2and if:33,33,33
int2div if:33,33,33
int2eq if:2k,33,33
int2ge if:2k,33,33
int2gt if:2k,33,33
int2in if:33,2s
int2int4_sum if:38,n
int2larger if:33,33,33
int2le if:2k,33,33
int2lt if:2k,33,33
int2mi if:33,33,33
int2mod if:33,33,33
int2mul if:33,33,33
int2ne if:2k,33,33
int2not if:33,33
int2or if:33,33,33
int2out if:2s,33
int2pl if:33,33,33
int2send if:2n,33
int2shl if:33,33,35
int2shr if:33,33,35
int2smaller if:33,33,33
int2um if:33,33
int2up if:33,33
int2vectorin if:34,2s
int2vectorout if:2s,34
int2vectorsend if:2n,34
int2xor if:33,33,33
int4 if:35,2o if:35,33 if:35,2z if:35,2y if:35,38 if:35,2j if:35,3n if:35,2k if:35,3e if:35,2n
int42div if:35,35,33
int42eq if:2k,35,33
int42ge if:2k,35,33
int42gt if:2k,35,33
int42le if:2k,35,33
int42lt if:2k,35,33
int42mi if:35,35,33
int42mul if:35,35,33
int42ne if:2k,35,33
int42pl if:35,35,33
int48div if:38,35,38
int48eq if:2k,35,38
int48ge if:2k,35,38
int48gt if:2k,35,38
int48le if:2k,35,38
int48lt if:2k,35,38
int48mi if:38,35,38
int48mul if:38,35,38
int48ne if:2k,35,38
int48pl if:38,35,38
int4_avg_accum if:n,n,35
int4_avg_accum_inv if:n,n,35
int4_avg_combine if:n,n,n
int4_mul_cash if:3l,35,3l
int4_sum if:38,38,35
int4abs if:35,35
int4and if:35,35,35
int4div if:35,35,35
int4eq if:2k,35,35
int4ge if:2k,35,35
int4gt if:2k,35,35
int4in if:35,2s
int4inc if:35,35
int4larger if:35,35,35
int4le if:2k,35,35
int4lt if:2k,35,35
int4mi if:35,35,35
int4mod if:35,35,35
int4mul if:35,35,35
int4multirange if:36 if:36,37 if+:36,m
int4ne if:2k,35,35
int4not if:35,35
int4or if:35,35,35
int4out if:2s,35
int4pl if:35,35,35
int4range if:37,35,35 if:37,35,35,4i
int4range_canonical if:37,37
int4range_subdiff if:2z,35,35
int4send if:2n,35
int4shl if:35,35,35
int4shr if:35,35,35
int4smaller if:35,35,35
int4um if:35,35
int4up if:35,35
int4xor if:35,35,35
int8 if:38,35 if:38,2z if:38,2y if:38,33 if:38,3q if:38,3n if:38,2j if:38,3e if:38,2n
int82div if:38,38,33
int82eq if:2k,38,33
int82ge if:2k,38,33
int82gt if:2k,38,33
int82le if:2k,38,33
int82lt if:2k,38,33
int82mi if:38,38,33
int82mul if:38,38,33
int82ne if:2k,38,33
int82pl if:38,38,33
int84div if:38,38,35
int84eq if:2k,38,35
int84ge if:2k,38,35
int84gt if:2k,38,35
int84le if:2k,38,35
int84lt if:2k,38,35
int84mi if:38,38,35
int84mul if:38,38,35
int84ne if:2k,38,35
int84pl if:38,38,35
int8_avg if:3n,n
int8_mul_cash if:3l,38,3l
int8_sum if:3n,3n,38
int8abs if:38,38
int8and if:38,38,38
int8dec if:38,38
int8dec_any if:38,38,27
int8div if:38,38,38
int8eq if:2k,38,38
int8ge if:2k,38,38
int8gt if:2k,38,38
int8in if:38,2s
int8inc if:38,38
int8inc_any if:38,38,27
int8inc_float8_float8 if:38,38,2z,2z
int8larger if:38,38,38
int8le if:2k,38,38
int8lt if:2k,38,38
int8mi if:38,38,38
int8mod if:38,38,38
int8mul if:38,38,38
int8multirange if:39 if:39,3a if+:39,p
int8ne if:2k,38,38
int8not if:38,38
int8or if:38,38,38
int8out if:2s,38
int8pl if:38,38,38
int8pl_inet if:32,38,32
int8range if:3a,38,38 if:3a,38,38,4i
int8range_canonical if:3a,3a
int8range_subdiff if:2z,38,38
int8send if:2n,38
int8shl if:38,38,35
int8shr if:38,38,35
int8smaller if:38,38,38
int8um if:38,38
int8up if:38,38
int8xor if:38,38,38
integer_pl_date if:2t,35,2t
inter_lb if:2k,3h,2l
inter_sb if:2k,3i,2l
inter_sl if:2k,3i,3h
interval if:3c,3c,35 if:3c,4k
interval_cmp if:35,3c,3c
interval_div if:3c,3c,2z
interval_eq if:2k,3c,3c
interval_ge if:2k,3c,3c
interval_gt if:2k,3c,3c
interval_hash if:35,3c
interval_hash_extended if:38,3c,38
interval_in sf:3c,2s,3q,35
interval_larger if:3c,3c,3c
interval_le if:2k,3c,3c
interval_lt if:2k,3c,3c
interval_mi if:3c,3c,3c
interval_mul if:3c,3c,2z
interval_ne if:2k,3c,3c
interval_out sf:2s,3c
interval_pl if:3c,3c,3c
interval_pl_date if:4l,3c,2t
interval_pl_time if:4k,3c,4k
interval_pl_timestamp if:4l,3c,4l
interval_pl_timestamptz sf:4m,3c,4m
interval_pl_timetz if:4n,3c,4n
interval_send if:2n,3c
interval_smaller if:3c,3c,3c
interval_um if:3c,3c
intervaltypmodin if:35,a
intervaltypmodout if:2s,35
is_normalized if-1:2k,4i,4i
isclosed if:2k,3s
isempty if:2k,2i if:2k,2g
isfinite if:2k,2t if:2k,4m if:2k,3c if:2k,4l
ishorizontal if:2k,42,42 if:2k,3i if:2k,3h
isopen if:2k,3s
isparallel if:2k,3i,3i if:2k,3h,3h
isperp if:2k,3i,3i if:2k,3h,3h
isvertical if:2k,42,42 if:2k,3i if:2k,3h
json_agg sa:3d,2e
json_agg_strict sa:3d,2e
json_array_element if:3d,3d,35
json_array_element_text if:4i,3d,35
json_array_elements if*:3d,3d
json_array_elements_text if*:4i,3d
json_array_length if:35,3d
json_build_array sf+:3d,27 sf:3d
json_build_object sf+:3d,27 sf:3d
json_each if*:44,3d
json_each_text if*:44,3d
json_extract_path if+:3d,3d,1n
json_extract_path_text if+:4i,3d,1n
json_in if:3d,2s
json_object if:3d,1n if:3d,1n,1n
json_object_agg sa:3d,27,27
json_object_agg_strict sa:3d,27,27
json_object_agg_unique sa:3d,27,27
json_object_agg_unique_strict sa:3d,27,27
json_object_field if:3d,3d,4i
json_object_field_text if:4i,3d,4i
json_object_keys if*:4i,3d
json_out if:2s,3d
json_populate_record sf-1:2e,2e,3d,2k
json_populate_recordset sf*-1:2e,2e,3d,2k
json_send if:2n,3d
json_strip_nulls if-1:3d,3d,2k
json_to_record sf:44,3d
json_to_recordset sf*:44,3d
json_to_tsvector sf:4v,3d,3e if:4v,48,3d,3e
json_typeof if:4i,3d
jsonb_agg sa:3e,2e
jsonb_agg_strict sa:3e,2e
jsonb_array_element if:3e,3e,35
jsonb_array_element_text if:4i,3e,35
jsonb_array_elements if*:3e,3e
jsonb_array_elements_text if*:4i,3e
jsonb_array_length if:35,3e
jsonb_build_array sf+:3e,27 sf:3e
jsonb_build_object sf+:3e,27 sf:3e
jsonb_cmp if:35,3e,3e
jsonb_concat if:3e,3e,3e
jsonb_contained if:2k,3e,3e
jsonb_contains if:2k,3e,3e
jsonb_delete if:3e,3e,4i if:3e,3e,35 if+:3e,3e,1n
jsonb_delete_path if:3e,3e,1n
jsonb_each if*:44,3e
jsonb_each_text if*:44,3e
jsonb_eq if:2k,3e,3e
jsonb_exists if:2k,3e,4i
jsonb_exists_all if:2k,3e,1n
jsonb_exists_any if:2k,3e,1n
jsonb_extract_path if+:3e,3e,1n
jsonb_extract_path_text if+:4i,3e,1n
jsonb_ge if:2k,3e,3e
jsonb_gt if:2k,3e,3e
jsonb_hash if:35,3e
jsonb_hash_extended if:38,3e,38
jsonb_in if:3e,2s
jsonb_insert if-1:3e,3e,1n,3e,2k
jsonb_le if:2k,3e,3e
jsonb_lt if:2k,3e,3e
jsonb_ne if:2k,3e,3e
jsonb_object if:3e,1n if:3e,1n,1n
jsonb_object_agg ia:3e,27,27
jsonb_object_agg_strict ia:3e,27,27
jsonb_object_agg_unique ia:3e,27,27
jsonb_object_agg_unique_strict ia:3e,27,27
jsonb_object_field if:3e,3e,4i
jsonb_object_field_text if:4i,3e,4i
jsonb_object_keys if*:4i,3e
jsonb_out if:2s,3e
jsonb_path_exists if-2:2k,3e,3f,3e,2k
jsonb_path_exists_opr if:2k,3e,3f
jsonb_path_exists_tz sf-2:2k,3e,3f,3e,2k
jsonb_path_match if-2:2k,3e,3f,3e,2k
jsonb_path_match_opr if:2k,3e,3f
jsonb_path_match_tz sf-2:2k,3e,3f,3e,2k
jsonb_path_query if*-2:3e,3e,3f,3e,2k
jsonb_path_query_array if-2:3e,3e,3f,3e,2k
jsonb_path_query_array_tz sf-2:3e,3e,3f,3e,2k
jsonb_path_query_first if-2:3e,3e,3f,3e,2k
jsonb_path_query_first_tz sf-2:3e,3e,3f,3e,2k
jsonb_path_query_tz sf*-2:3e,3e,3f,3e,2k
jsonb_populate_record sf:2e,2e,3e
jsonb_populate_record_valid sf:2k,2e,3e
jsonb_populate_recordset sf*:2e,2e,3e
jsonb_pretty if:4i,3e
jsonb_send if:2n,3e
jsonb_set if-1:3e,3e,1n,3e,2k
jsonb_set_lax if-2:3e,3e,1n,3e,2k,4i
jsonb_strip_nulls if-1:3e,3e,2k
jsonb_to_record sf:44,3e
jsonb_to_recordset sf*:44,3e
jsonb_to_tsvector sf:4v,3e,3e if:4v,48,3e,3e
jsonb_typeof if:4i,3e
jsonpath_in if:3f,2s
jsonpath_out if:2s,3f
jsonpath_send if:2n,3f
justify_days if:3c,3c
justify_hours if:3c,3c
justify_interval if:3c,3c
lag iw:2e,2e iw:2e,2e,35 iw:29,29,35,29
language_handler_out if:2s,3g
last_value iw:2e,2e
lastval vf:38
lcm if:35,35,35 if:38,38,38 if:3n,3n,3n
lead iw:2e,2e iw:2e,2e,35 iw:29,29,35,29
left if:4i,4i,35
length if:35,4i if:35,2m if:2z,3i if:2z,3s if:35,2j sf:35,2n,3m if:35,2n if:35,4v
lgamma if:2z,2z
like if:2k,4i,4i if:2k,3m,4i if:2k,2n,2n
like_escape if:4i,4i,4i if:2n,2n,2n
line if:3h,42,42
line_distance if:2z,3h,3h
line_eq if:2k,3h,3h
line_horizontal if:2k,3h
line_in if:3h,2s
line_interpt if:42,3h,3h
line_intersect if:2k,3h,3h
line_out if:2s,3h
line_parallel if:2k,3h,3h
line_perp if:2k,3h,3h
line_send if:2n,3h
line_vertical if:2k,3h
ln if:2z,2z if:3n,3n
lo_close vf:35,35
lo_creat vf:3q,35
lo_create vf:3q,3q
lo_export vf:35,3q,4i
lo_from_bytea vf:3q,3q,2n
lo_get vf:2n,3q vf:2n,3q,38,35
lo_import vf:3q,4i vf:3q,4i,3q
lo_lseek vf:35,35,35,35
lo_lseek64 vf:38,35,38,35
lo_open vf:35,3q,35
lo_put vf:51,3q,38,2n
lo_tell vf:35,35
lo_tell64 vf:38,35
lo_truncate vf:35,35,35
lo_truncate64 vf:35,35,38
lo_unlink vf:35,3q
log if:2z,2z if:3n,3n,3n if:3n,3n
log10 if:2z,2z if:3n,3n
loread vf:2n,35,35
lower if:4i,4i if:2e,2i if:2e,2g
lower_inc if:2k,2i if:2k,2g
lower_inf if:2k,2i if:2k,2g
lowrite vf:35,35,2n
lpad if:4i,4i,35,4i if:4i,4i,35
lseg if:3i,42,42 if:3i,2l
lseg_center if:42,3i
lseg_distance if:2z,3i,3i
lseg_eq if:2k,3i,3i
lseg_ge if:2k,3i,3i
lseg_gt if:2k,3i,3i
lseg_horizontal if:2k,3i
lseg_in if:3i,2s
lseg_interpt if:42,3i,3i
lseg_intersect if:2k,3i,3i
lseg_le if:2k,3i,3i
lseg_length if:2z,3i
lseg_lt if:2k,3i,3i
lseg_ne if:2k,3i,3i
lseg_out if:2s,3i
lseg_parallel if:2k,3i,3i
lseg_perp if:2k,3i,3i
lseg_send if:2n,3i
lseg_vertical if:2k,3i
ltrim if:4i,4i,4i if:4i,4i if:2n,2n,2n
macaddr if:3j,3k
macaddr8 if:3k,3j
macaddr8_and if:3k,3k,3k
macaddr8_cmp if:35,3k,3k
macaddr8_eq if:2k,3k,3k
macaddr8_ge if:2k,3k,3k
macaddr8_gt if:2k,3k,3k
macaddr8_in if:3k,2s
macaddr8_le if:2k,3k,3k
macaddr8_lt if:2k,3k,3k
macaddr8_ne if:2k,3k,3k
macaddr8_not if:3k,3k
macaddr8_or if:3k,3k,3k
macaddr8_out if:2s,3k
macaddr8_send if:2n,3k
macaddr8_set7bit if:3k,3k
macaddr_and if:3j,3j,3j
macaddr_cmp if:35,3j,3j
macaddr_eq if:2k,3j,3j
macaddr_ge if:2k,3j,3j
macaddr_gt if:2k,3j,3j
macaddr_in if:3j,2s
macaddr_le if:2k,3j,3j
macaddr_lt if:2k,3j,3j
macaddr_ne if:2k,3j,3j
macaddr_not if:3j,3j
macaddr_or if:3j,3j,3j
macaddr_out if:2s,3j
macaddr_send if:2n,3j
make_date if:2t,35,35,35
make_interval if-7:3c,35,35,35,35,35,35,2z
make_time if:4k,35,35,2z
make_timestamp if:4l,35,35,35,35,35,2z
make_timestamptz sf:4m,35,35,35,35,35,2z sf:4m,35,35,35,35,35,2z,4i
makeaclitem if:26,3q,3q,4i,2k
masklen if:35,32
max ia:28,28 ia:38,38 ia:35,35 ia:33,33 ia:3q,3q ia:2y,2y ia:2z,2z ia:2t,2t ia:4k,4k ia:4n,4n ia:3l,3l ia:4l,4l ia:4m,4m ia:3c,3c ia:4i,4i ia:3n,3n ia:2m,2m ia:4j,4j ia:2f,2f ia:32,32 ia:3x,3x ia:53,53 ia:44,44 ia:2n,2n
md5 if:4i,4i if:4i,2n
min ia:28,28 ia:38,38 ia:35,35 ia:33,33 ia:3q,3q ia:2y,2y ia:2z,2z ia:2t,2t ia:4k,4k ia:4n,4n ia:3l,3l ia:4l,4l ia:4m,4m ia:3c,3c ia:4i,4i ia:3n,3n ia:2m,2m ia:4j,4j ia:2f,2f ia:32,32 ia:3x,3x ia:53,53 ia:44,44 ia:2n,2n
min_scale if:35,3n
mod if:33,33,33 if:35,35,35 if:38,38,38 if:3n,3n,3n
mode ia:2e,2e
money sf:3l,35 sf:3l,38 sf:3l,3n
mul_d_interval if:3c,2z,3c
multirange if:2g,2i
multirange_adjacent_multirange if:2k,2g,2g
multirange_adjacent_range if:2k,2g,2i
multirange_after_multirange if:2k,2g,2g
multirange_after_range if:2k,2g,2i
multirange_before_multirange if:2k,2g,2g
multirange_before_range if:2k,2g,2i
multirange_cmp if:35,2g,2g
multirange_contained_by_multirange if:2k,2g,2g
multirange_contained_by_range if:2k,2g,2i
multirange_contains_elem if:2k,2g,2e
multirange_contains_multirange if:2k,2g,2g
multirange_contains_range if:2k,2g,2i
multirange_eq if:2k,2g,2g
multirange_ge if:2k,2g,2g
multirange_gt if:2k,2g,2g
multirange_in sf:2g,2s,3q,35
multirange_intersect if:2g,2g,2g
multirange_intersect_agg_transfn if:2g,2g,2g
multirange_le if:2k,2g,2g
multirange_lt if:2k,2g,2g
multirange_minus if:2g,2g,2g
multirange_ne if:2k,2g,2g
multirange_out sf:2s,2g
multirange_overlaps_multirange if:2k,2g,2g
multirange_overlaps_range if:2k,2g,2i
multirange_overleft_multirange if:2k,2g,2g
multirange_overleft_range if:2k,2g,2i
multirange_overright_multirange if:2k,2g,2g
multirange_overright_range if:2k,2g,2i
multirange_send sf:2n,2g
multirange_union if:2g,2g,2g
mxid_age sf:35,52
name if:3m,4i if:3m,2m if:3m,50
nameconcatoid if:3m,3m,3q
nameeq if:2k,3m,3m
nameeqtext if:2k,3m,4i
namege if:2k,3m,3m
namegetext if:2k,3m,4i
namegt if:2k,3m,3m
namegttext if:2k,3m,4i
nameiclike if:2k,3m,4i
nameicnlike if:2k,3m,4i
nameicregexeq if:2k,3m,4i
nameicregexne if:2k,3m,4i
namein if:3m,2s
namele if:2k,3m,3m
nameletext if:2k,3m,4i
namelike if:2k,3m,4i
namelt if:2k,3m,3m
namelttext if:2k,3m,4i
namene if:2k,3m,3m
namenetext if:2k,3m,4i
namenlike if:2k,3m,4i
nameout if:2s,3m
nameregexeq if:2k,3m,4i
nameregexne if:2k,3m,4i
namesend sf:2n,3m
netmask if:32,32
network if:2q,32
network_cmp if:35,32,32
network_eq if:2k,32,32
network_ge if:2k,32,32
network_gt if:2k,32,32
network_larger if:32,32,32
network_le if:2k,32,32
network_lt if:2k,32,32
network_ne if:2k,32,32
network_overlap if:2k,32,32
network_smaller if:32,32,32
network_sub if:2k,32,32
network_subeq if:2k,32,32
network_sup if:2k,32,32
network_supeq if:2k,32,32
nextval vf:38,46
normalize if-1:4i,4i,4i
notlike if:2k,4i,4i if:2k,3m,4i if:2k,2n,2n
now sf:4m
npoints if:35,3s if:35,43
nth_value iw:2e,2e,35
ntile iw:35,35
num_nonnulls if+:35,27
num_nulls if+:35,27
numeric if:3n,3n,35 if:3n,35 if:3n,2y if:3n,2z if:3n,38 if:3n,33 if:3n,3e sf:3n,3l
numeric_abs if:3n,3n
numeric_add if:3n,3n,3n
numeric_cmp if:35,3n,3n
numeric_div if:3n,3n,3n
numeric_div_trunc if:3n,3n,3n
numeric_eq if:2k,3n,3n
numeric_exp if:3n,3n
numeric_ge if:2k,3n,3n
numeric_gt if:2k,3n,3n
numeric_in if:3n,2s,3q,35
numeric_inc if:3n,3n
numeric_larger if:3n,3n,3n
numeric_le if:2k,3n,3n
numeric_ln if:3n,3n
numeric_log if:3n,3n,3n
numeric_lt if:2k,3n,3n
numeric_mod if:3n,3n,3n
numeric_mul if:3n,3n,3n
numeric_ne if:2k,3n,3n
numeric_out if:2s,3n
numeric_pl_pg_lsn if:3x,3n,3x
numeric_power if:3n,3n,3n
numeric_send if:2n,3n
numeric_smaller if:3n,3n,3n
numeric_sqrt if:3n,3n
numeric_sub if:3n,3n,3n
numeric_uminus if:3n,3n
numeric_uplus if:3n,3n
numerictypmodin if:35,a
numerictypmodout if:2s,35
nummultirange if:3o if:3o,3p if+:3o,12
numnode if:35,4r
numrange if:3p,3n,3n if:3p,3n,3n,4i
numrange_subdiff if:2z,3n,3n
obj_description sf:4i,3q,3m sf:4i,3q
octet_length if:35,2n if:35,4i if:35,2m if:35,2j
oid if:3q,38
oideq if:2k,3q,3q
oidge if:2k,3q,3q
oidgt if:2k,3q,3q
oidin if:3q,2s
oidlarger if:3q,3q,3q
oidle if:2k,3q,3q
oidlt if:2k,3q,3q
oidne if:2k,3q,3q
oidout if:2s,3q
oidsend if:2n,3q
oidsmaller if:3q,3q,3q
oidvectoreq if:2k,3r,3r
oidvectorge if:2k,3r,3r
oidvectorgt if:2k,3r,3r
oidvectorin if:3r,2s
oidvectorle if:2k,3r,3r
oidvectorlt if:2k,3r,3r
oidvectorne if:2k,3r,3r
oidvectorout if:2s,3r
oidvectorsend if:2n,3r
oidvectortypes sf:4i,3r
on_pb if:2k,42,2l
on_pl if:2k,42,3h
on_ppath if:2k,42,3s
on_ps if:2k,42,3i
on_sb if:2k,3i,2l
on_sl if:2k,3i,3h
overlaps if:2k,4n,4n,4n,4n if:2k,4m,4m,4m,4m sf:2k,4m,3c,4m,3c sf:2k,4m,4m,4m,3c sf:2k,4m,3c,4m,4m if:2k,4k,4k,4k,4k if:2k,4k,3c,4k,3c if:2k,4k,4k,4k,3c if:2k,4k,3c,4k,4k if:2k,4l,4l,4l,4l if:2k,4l,3c,4l,3c if:2k,4l,4l,4l,3c if:2k,4l,3c,4l,4l
overlay if:2n,2n,2n,35,35 if:2n,2n,2n,35 if:4i,4i,4i,35,35 if:4i,4i,4i,35 if:2j,2j,2j,35,35 if:2j,2j,2j,35
parse_ident if-1:1n,4i,2k
path if:3s,43
path_add if:3s,3s,3s
path_add_pt if:3s,3s,42
path_contain_pt if:2k,3s,42
path_distance if:2z,3s,3s
path_div_pt if:3s,3s,42
path_in if:3s,2s
path_inter if:2k,3s,3s
path_length if:2z,3s
path_mul_pt if:3s,3s,42
path_n_eq if:2k,3s,3s
path_n_ge if:2k,3s,3s
path_n_gt if:2k,3s,3s
path_n_le if:2k,3s,3s
path_n_lt if:2k,3s,3s
path_npoints if:35,3s
path_out if:2s,3s
path_send if:2n,3s
path_sub_pt if:3s,3s,42
pclose if:3s,3s
percent_rank iw:2z ia+:2z,27
percentile_cont ia:2z,2z,2z ia:3c,2z,3c ia:f,f,2z ia:q,f,3c
percentile_disc ia:2e,2z,2e ia:28,f,2e
pg_advisory_lock vf:51,38 vf:51,35,35
pg_advisory_lock_shared vf:51,38 vf:51,35,35
pg_advisory_unlock vf:2k,38 vf:2k,35,35
pg_advisory_unlock_all vf:51
pg_advisory_unlock_shared vf:2k,38 vf:2k,35,35
pg_advisory_xact_lock vf:51,38 vf:51,35,35
pg_advisory_xact_lock_shared vf:51,38 vf:51,35,35
pg_available_extension_versions sf*:44
pg_available_extensions sf*:44
pg_available_wal_summaries vf*:44
pg_backend_pid sf:35
pg_backup_start vf-1:3x,4i,2k
pg_backup_stop vf-1:44,2k
pg_basetype sf:4g,4g
pg_blocking_pids vf:k,35
pg_cancel_backend vf:2k,35
pg_char_to_encoding sf:35,3m
pg_clear_attribute_stats vf:51,4i,4i,4i,2k
pg_clear_relation_stats vf:51,4i,4i
pg_client_encoding sf:3m
pg_collation_actual_version vf:4i,3q
pg_collation_for sf:4i,27
pg_collation_is_visible sf:2k,3q
pg_column_compression sf:4i,27
pg_column_is_updatable sf:2k,46,33,2k
pg_column_size sf:35,27
pg_column_toast_chunk_id sf:3q,27
pg_conf_load_time sf:4m
pg_config sf*:44
pg_control_checkpoint vf:44
pg_control_init vf:44
pg_control_recovery vf:44
pg_control_system vf:44
pg_conversion_is_visible sf:2k,3q
pg_copy_logical_replication_slot vf:44,3m,3m,2k,3m vf:44,3m,3m,2k vf:44,3m,3m
pg_copy_physical_replication_slot vf:44,3m,3m,2k vf:44,3m,3m
pg_create_logical_replication_slot vf-3:44,3m,3m,2k,2k,2k
pg_create_physical_replication_slot vf-2:44,3m,2k,2k
pg_create_restore_point vf:3x,4i
pg_current_logfile vf:4i vf:4i,4i
pg_current_snapshot sf:41
pg_current_wal_flush_lsn vf:3x
pg_current_wal_insert_lsn vf:3x
pg_current_wal_lsn vf:3x
pg_current_xact_id sf:53
pg_current_xact_id_if_assigned sf:53
pg_cursor sf*:44
pg_database_collation_actual_version vf:4i,3q
pg_database_size vf:38,3m vf:38,3q
pg_ddl_command_in if:3v,2s
pg_ddl_command_out if:2s,3v
pg_ddl_command_send if:2n,3v
pg_dependencies_in if:3w,2s
pg_dependencies_out if:2s,3w
pg_dependencies_send sf:2n,3w
pg_describe_object sf:4i,3q,3q,35
pg_drop_replication_slot vf:51,3m
pg_encoding_max_length if:35,35
pg_encoding_to_char sf:3m,35
pg_event_trigger_ddl_commands sf*:44
pg_event_trigger_dropped_objects sf*:44
pg_event_trigger_table_rewrite_oid sf:3q
pg_event_trigger_table_rewrite_reason sf:35
pg_export_snapshot vf:4i
pg_extension_config_dump vf:51,46,4i
pg_extension_update_paths sf*:44,3m
pg_filenode_relation sf:46,3q,3q
pg_function_is_visible sf:2k,3q
pg_get_acl sf:0,3q,3q,35
pg_get_aios vf*:44
pg_get_backend_memory_contexts vf*:44
pg_get_catalog_foreign_keys sf*:44
pg_get_constraintdef sf:4i,3q sf:4i,3q,2k
pg_get_expr sf:4i,40,3q sf:4i,40,3q,2k
pg_get_function_arg_default sf:4i,3q,35
pg_get_function_arguments sf:4i,3q
pg_get_function_identity_arguments sf:4i,3q
pg_get_function_result sf:4i,3q
pg_get_function_sqlbody sf:4i,3q
pg_get_functiondef sf:4i,3q
pg_get_indexdef sf:4i,3q sf:4i,3q,35,2k
pg_get_keywords sf*:44
pg_get_loaded_modules vf*:44
pg_get_multixact_members vf*:44,52
pg_get_object_address sf:44,4i,1n,1n
pg_get_partition_constraintdef sf:4i,3q
pg_get_partkeydef sf:4i,3q
pg_get_publication_tables sf*+:44,1n
pg_get_replica_identity_index sf:46,46
pg_get_replication_slots sf*:44
pg_get_ruledef sf:4i,3q sf:4i,3q,2k
pg_get_sequence_data vf:44,46
pg_get_serial_sequence sf:4i,4i,4i
pg_get_shmem_allocations vf*:44
pg_get_shmem_allocations_numa vf*:44
pg_get_statisticsobjdef sf:4i,3q
pg_get_statisticsobjdef_columns sf:4i,3q
pg_get_statisticsobjdef_expressions sf:1n,3q
pg_get_triggerdef sf:4i,3q sf:4i,3q,2k
pg_get_userbyid sf:3m,3q
pg_get_viewdef sf:4i,4i sf:4i,3q sf:4i,4i,2k sf:4i,3q,2k sf:4i,3q,35
pg_get_wait_events vf*:44
pg_get_wal_replay_pause_state vf:4i
pg_get_wal_resource_managers vf*:44
pg_get_wal_summarizer_state vf:44
pg_has_role sf:2k,3m,3m,4i sf:2k,3m,3q,4i sf:2k,3q,3m,4i sf:2k,3q,3q,4i sf:2k,3m,4i sf:2k,3q,4i
pg_hba_file_rules vf*:44
pg_ident_file_mappings vf*:44
pg_identify_object sf:44,3q,3q,35
pg_identify_object_as_address sf:44,3q,3q,35
pg_import_system_collations vf:35,4a
pg_index_column_has_property sf:2k,46,35,4i
pg_index_has_property sf:2k,46,4i
pg_indexam_has_property sf:2k,3q,4i
pg_indexam_progress_phasename if:4i,3q,38
pg_indexes_size vf:38,46
pg_input_error_info sf:44,4i,4i
pg_input_is_valid sf:2k,4i,4i
pg_is_in_recovery vf:2k
pg_is_other_temp_schema sf:2k,3q
pg_is_wal_replay_paused vf:2k
pg_isolation_test_session_is_blocked vf:2k,35,k
pg_jit_available vf:2k
pg_last_committed_xact vf:44
pg_last_wal_receive_lsn vf:3x
pg_last_wal_replay_lsn vf:3x
pg_last_xact_replay_timestamp vf:4m
pg_listening_channels sf*:4i
pg_lock_status vf*:44
pg_log_backend_memory_contexts vf:2k,35
pg_log_standby_snapshot vf:3x
pg_logical_emit_message vf-1:3x,2k,4i,4i,2k vf-1:3x,2k,4i,2n,2k
pg_logical_slot_get_binary_changes vf*+-1:44,3m,3x,35,1n
pg_logical_slot_get_changes vf*+-1:44,3m,3x,35,1n
pg_logical_slot_peek_binary_changes vf*+-1:44,3m,3x,35,1n
pg_logical_slot_peek_changes vf*+-1:44,3m,3x,35,1n
pg_ls_archive_statusdir vf*:44
pg_ls_dir vf*:4i,4i vf*:4i,4i,2k,2k
pg_ls_logdir vf*:44
pg_ls_logicalmapdir vf*:44
pg_ls_logicalsnapdir vf*:44
pg_ls_replslotdir vf*:44,4i
pg_ls_summariesdir vf*:44
pg_ls_tmpdir vf*:44 vf*:44,3q
pg_ls_waldir vf*:44
pg_lsn if:3x,3n
pg_lsn_cmp if:35,3x,3x
pg_lsn_eq if:2k,3x,3x
pg_lsn_ge if:2k,3x,3x
pg_lsn_gt if:2k,3x,3x
pg_lsn_hash if:35,3x
pg_lsn_hash_extended if:38,3x,38
pg_lsn_in if:3x,2s
pg_lsn_larger if:3x,3x,3x
pg_lsn_le if:2k,3x,3x
pg_lsn_lt if:2k,3x,3x
pg_lsn_mi if:3n,3x,3x
pg_lsn_mii if:3x,3x,3n
pg_lsn_ne if:2k,3x,3x
pg_lsn_out if:2s,3x
pg_lsn_pli if:3x,3x,3n
pg_lsn_send if:2n,3x
pg_lsn_smaller if:3x,3x,3x
pg_mcv_list_in if:3y,2s
pg_mcv_list_items sf*:44,3y
pg_mcv_list_out if:2s,3y
pg_mcv_list_send sf:2n,3y
pg_my_temp_schema sf:3q
pg_ndistinct_in if:3z,2s
pg_ndistinct_out if:2s,3z
pg_ndistinct_send sf:2n,3z
pg_nextoid vf:3q,46,3m,46
pg_node_tree_in if:40,2s
pg_node_tree_out if:2s,40
pg_node_tree_send sf:2n,40
pg_notification_queue_usage vf:2z
pg_notify vf:51,4i,4i
pg_numa_available sf:2k
pg_opclass_is_visible sf:2k,3q
pg_operator_is_visible sf:2k,3q
pg_opfamily_is_visible sf:2k,3q
pg_options_to_table sf*:44,1n
pg_partition_ancestors vf*:46,46
pg_partition_root if:46,46
pg_partition_tree vf*:44,46
pg_postmaster_start_time sf:4m
pg_prepared_statement sf*:44
pg_prepared_xact vf*:44
pg_promote vf-2:2k,2k,35
pg_read_binary_file vf:2n,4i,38,38,2k vf:2n,4i,38,38 vf:2n,4i vf:2n,4i,2k
pg_read_file vf:4i,4i,38,38 vf:4i,4i,38,38,2k vf:4i,4i vf:4i,4i,2k
pg_relation_filenode sf:3q,46
pg_relation_filepath sf:4i,46
pg_relation_is_publishable sf:2k,46
pg_relation_is_updatable sf:35,46,2k
pg_relation_size vf:38,46 vf:38,46,4i
pg_reload_conf vf:2k
pg_replication_origin_advance vf:51,4i,3x
pg_replication_origin_create vf:3q,4i
pg_replication_origin_drop vf:51,4i
pg_replication_origin_oid sf:3q,4i
pg_replication_origin_progress vf:3x,4i,2k
pg_replication_origin_session_is_setup vf:2k
pg_replication_origin_session_progress vf:3x,2k
pg_replication_origin_session_reset vf:51
pg_replication_origin_session_setup vf:51,4i
pg_replication_origin_xact_reset vf:51
pg_replication_origin_xact_setup vf:51,3x,4m
pg_replication_slot_advance vf:44,3m,3x
pg_restore_attribute_stats vf+:2k,27
pg_restore_relation_stats vf+:2k,27
pg_rotate_logfile vf:2k
pg_safe_snapshot_blocking_pids vf:k,35
pg_sequence_last_value vf:38,46
pg_sequence_parameters sf:44,3q
pg_settings_get_flags sf:1n,4i
pg_show_all_file_settings vf*:44
pg_show_all_settings sf*:44
pg_show_replication_origin_status vf*:44
pg_size_bytes if:38,4i
pg_size_pretty if:4i,38 if:4i,3n
pg_sleep vf:51,2z
pg_sleep_for vf:51,3c
pg_sleep_until vf:51,4m
pg_snapshot_in if:41,2s
pg_snapshot_out if:2s,41
pg_snapshot_send if:2n,41
pg_snapshot_xip if*:53,41
pg_snapshot_xmax if:53,41
pg_snapshot_xmin if:53,41
pg_split_walfile_name sf:44,4i
pg_stat_clear_snapshot vf:51
pg_stat_file vf:44,4i vf:44,4i,2k
pg_stat_force_next_flush vf:51
pg_stat_get_activity sf*:44,35
pg_stat_get_analyze_count sf:38,3q
pg_stat_get_archiver sf:44
pg_stat_get_autoanalyze_count sf:38,3q
pg_stat_get_autovacuum_count sf:38,3q
pg_stat_get_backend_activity sf:4i,35
pg_stat_get_backend_activity_start sf:4m,35
pg_stat_get_backend_client_addr sf:32,35
pg_stat_get_backend_client_port sf:35,35
pg_stat_get_backend_dbid sf:3q,35
pg_stat_get_backend_idset sf*:35
pg_stat_get_backend_io vf*:44,35
pg_stat_get_backend_pid sf:35,35
pg_stat_get_backend_start sf:4m,35
pg_stat_get_backend_subxact sf:44,35
pg_stat_get_backend_userid sf:3q,35
pg_stat_get_backend_wait_event sf:4i,35
pg_stat_get_backend_wait_event_type sf:4i,35
pg_stat_get_backend_wal vf:44,35
pg_stat_get_backend_xact_start sf:4m,35
pg_stat_get_bgwriter_buf_written_clean sf:38
pg_stat_get_bgwriter_maxwritten_clean sf:38
pg_stat_get_bgwriter_stat_reset_time sf:4m
pg_stat_get_blocks_fetched sf:38,3q
pg_stat_get_blocks_hit sf:38,3q
pg_stat_get_buf_alloc sf:38
pg_stat_get_checkpointer_buffers_written sf:38
pg_stat_get_checkpointer_num_performed sf:38
pg_stat_get_checkpointer_num_requested sf:38
pg_stat_get_checkpointer_num_timed sf:38
pg_stat_get_checkpointer_restartpoints_performed sf:38
pg_stat_get_checkpointer_restartpoints_requested sf:38
pg_stat_get_checkpointer_restartpoints_timed sf:38
pg_stat_get_checkpointer_slru_written sf:38
pg_stat_get_checkpointer_stat_reset_time sf:4m
pg_stat_get_checkpointer_sync_time sf:2z
pg_stat_get_checkpointer_write_time sf:2z
pg_stat_get_db_active_time sf:2z,3q
pg_stat_get_db_blk_read_time sf:2z,3q
pg_stat_get_db_blk_write_time sf:2z,3q
pg_stat_get_db_blocks_fetched sf:38,3q
pg_stat_get_db_blocks_hit sf:38,3q
pg_stat_get_db_checksum_failures sf:38,3q
pg_stat_get_db_checksum_last_failure sf:4m,3q
pg_stat_get_db_conflict_all sf:38,3q
pg_stat_get_db_conflict_bufferpin sf:38,3q
pg_stat_get_db_conflict_lock sf:38,3q
pg_stat_get_db_conflict_logicalslot sf:38,3q
pg_stat_get_db_conflict_snapshot sf:38,3q
pg_stat_get_db_conflict_startup_deadlock sf:38,3q
pg_stat_get_db_conflict_tablespace sf:38,3q
pg_stat_get_db_deadlocks sf:38,3q
pg_stat_get_db_idle_in_transaction_time sf:2z,3q
pg_stat_get_db_numbackends sf:35,3q
pg_stat_get_db_parallel_workers_launched sf:38,3q
pg_stat_get_db_parallel_workers_to_launch sf:38,3q
pg_stat_get_db_session_time sf:2z,3q
pg_stat_get_db_sessions sf:38,3q
pg_stat_get_db_sessions_abandoned sf:38,3q
pg_stat_get_db_sessions_fatal sf:38,3q
pg_stat_get_db_sessions_killed sf:38,3q
pg_stat_get_db_stat_reset_time sf:4m,3q
pg_stat_get_db_temp_bytes sf:38,3q
pg_stat_get_db_temp_files sf:38,3q
pg_stat_get_db_tuples_deleted sf:38,3q
pg_stat_get_db_tuples_fetched sf:38,3q
pg_stat_get_db_tuples_inserted sf:38,3q
pg_stat_get_db_tuples_returned sf:38,3q
pg_stat_get_db_tuples_updated sf:38,3q
pg_stat_get_db_xact_commit sf:38,3q
pg_stat_get_db_xact_rollback sf:38,3q
pg_stat_get_dead_tuples sf:38,3q
pg_stat_get_function_calls sf:38,3q
pg_stat_get_function_self_time sf:2z,3q
pg_stat_get_function_total_time sf:2z,3q
pg_stat_get_ins_since_vacuum sf:38,3q
pg_stat_get_io vf*:44
pg_stat_get_last_analyze_time sf:4m,3q
pg_stat_get_last_autoanalyze_time sf:4m,3q
pg_stat_get_last_autovacuum_time sf:4m,3q
pg_stat_get_last_vacuum_time sf:4m,3q
pg_stat_get_lastscan sf:4m,3q
pg_stat_get_live_tuples sf:38,3q
pg_stat_get_mod_since_analyze sf:38,3q
pg_stat_get_numscans sf:38,3q
pg_stat_get_progress_info sf*:44,4i
pg_stat_get_recovery_prefetch vf*:44
pg_stat_get_replication_slot sf:44,4i
pg_stat_get_slru sf*:44
pg_stat_get_snapshot_timestamp sf:4m
pg_stat_get_subscription sf*:44,3q
pg_stat_get_subscription_stats sf:44,3q
pg_stat_get_total_analyze_time sf:2z,3q
pg_stat_get_total_autoanalyze_time sf:2z,3q
pg_stat_get_total_autovacuum_time sf:2z,3q
pg_stat_get_total_vacuum_time sf:2z,3q
pg_stat_get_tuples_deleted sf:38,3q
pg_stat_get_tuples_fetched sf:38,3q
pg_stat_get_tuples_hot_updated sf:38,3q
pg_stat_get_tuples_inserted sf:38,3q
pg_stat_get_tuples_newpage_updated sf:38,3q
pg_stat_get_tuples_returned sf:38,3q
pg_stat_get_tuples_updated sf:38,3q
pg_stat_get_vacuum_count sf:38,3q
pg_stat_get_wal sf:44
pg_stat_get_wal_receiver sf:44
pg_stat_get_wal_senders sf*:44
pg_stat_get_xact_blocks_fetched vf:38,3q
pg_stat_get_xact_blocks_hit vf:38,3q
pg_stat_get_xact_function_calls vf:38,3q
pg_stat_get_xact_function_self_time vf:2z,3q
pg_stat_get_xact_function_total_time vf:2z,3q
pg_stat_get_xact_numscans vf:38,3q
pg_stat_get_xact_tuples_deleted vf:38,3q
pg_stat_get_xact_tuples_fetched vf:38,3q
pg_stat_get_xact_tuples_hot_updated vf:38,3q
pg_stat_get_xact_tuples_inserted vf:38,3q
pg_stat_get_xact_tuples_newpage_updated vf:38,3q
pg_stat_get_xact_tuples_returned vf:38,3q
pg_stat_get_xact_tuples_updated vf:38,3q
pg_stat_have_stats vf:2k,4i,3q,38
pg_stat_reset vf:51
pg_stat_reset_backend_stats vf:51,35
pg_stat_reset_replication_slot vf:51,4i
pg_stat_reset_shared vf-1:51,4i
pg_stat_reset_single_function_counters vf:51,3q
pg_stat_reset_single_table_counters vf:51,3q
pg_stat_reset_slru vf-1:51,4i
pg_stat_reset_subscription_stats vf:51,3q
pg_statistics_obj_is_visible sf:2k,3q
pg_stop_making_pinned_objects vf:51
pg_switch_wal vf:3x
pg_sync_replication_slots vf:51
pg_table_is_visible sf:2k,3q
pg_table_size vf:38,46
pg_tablespace_databases sf*:3q,3q
pg_tablespace_location sf:4i,3q
pg_tablespace_size vf:38,3q vf:38,3m
pg_terminate_backend vf-1:2k,35,38
pg_timezone_abbrevs_abbrevs sf*:44
pg_timezone_abbrevs_zone sf*:44
pg_timezone_names sf*:44
pg_total_relation_size vf:38,46
pg_trigger_depth sf:35
pg_try_advisory_lock vf:2k,38 vf:2k,35,35
pg_try_advisory_lock_shared vf:2k,38 vf:2k,35,35
pg_try_advisory_xact_lock vf:2k,38 vf:2k,35,35
pg_try_advisory_xact_lock_shared vf:2k,38 vf:2k,35,35
pg_ts_config_is_visible sf:2k,3q
pg_ts_dict_is_visible sf:2k,3q
pg_ts_parser_is_visible sf:2k,3q
pg_ts_template_is_visible sf:2k,3q
pg_type_is_visible sf:2k,3q
pg_typeof sf:4g,27
pg_visible_in_snapshot if:2k,53,41
pg_wal_lsn_diff if:3n,3x,3x
pg_wal_replay_pause vf:51
pg_wal_replay_resume vf:51
pg_wal_summary_contents vf*:44,38,3x,3x
pg_walfile_name if:4i,3x
pg_walfile_name_offset if:44,3x
pg_xact_commit_timestamp vf:4m,52
pg_xact_commit_timestamp_origin vf:44,52
pg_xact_status vf:4i,53
phraseto_tsquery sf:4r,4i if:4r,48,4i
pi if:2z
plainto_tsquery if:4r,48,4i sf:4r,4i
plpgsql_validator vf:51,3q
point if:42,2r if:42,2z,2z if:42,3i if:42,2l if:42,43
point_above if:2k,42,42
point_add if:42,42,42
point_below if:2k,42,42
point_distance if:2z,42,42
point_div if:42,42,42
point_eq if:2k,42,42
point_horiz if:2k,42,42
point_in if:42,2s
point_left if:2k,42,42
point_mul if:42,42,42
point_ne if:2k,42,42
point_out if:2s,42
point_right if:2k,42,42
point_send if:2n,42
point_sub if:42,42,42
point_vert if:2k,42,42
poly_above if:2k,43,43
poly_below if:2k,43,43
poly_center if:42,43
poly_contain if:2k,43,43
poly_contain_pt if:2k,43,42
poly_contained if:2k,43,43
poly_distance if:2z,43,43
poly_in if:43,2s
poly_left if:2k,43,43
poly_npoints if:35,43
poly_out if:2s,43
poly_overabove if:2k,43,43
poly_overbelow if:2k,43,43
poly_overlap if:2k,43,43
poly_overleft if:2k,43,43
poly_overright if:2k,43,43
poly_right if:2k,43,43
poly_same if:2k,43,43
poly_send if:2n,43
polygon if:43,2l if:43,3s if:43,35,2r if:43,2r
popen if:3s,3s
position if:35,4i,4i if:35,2j,2j if:35,2n,2n
postgresql_fdw_validator if:2k,1n,3q
pow if:2z,2z,2z if:3n,3n,3n
power if:2z,2z,2z if:3n,3n,3n
pt_contained_circle if:2k,42,2r
pt_contained_poly if:2k,42,43
query_to_xml vf:54,4i,2k,2k,4i
query_to_xml_and_xmlschema vf:54,4i,2k,2k,4i
query_to_xmlschema vf:54,4i,2k,2k,4i
querytree if:4i,4r
quote_ident if:4i,4i
quote_literal if:4i,4i sf:4i,2e
quote_nullable if:4i,4i sf:4i,2e
radians if:2z,2z
radius if:2z,2r
random vf:2z vf:35,35,35 vf:38,38,38 vf:3n,3n,3n
random_normal vf-2:2z,2z,2z
range_adjacent if:2k,2i,2i
range_adjacent_multirange if:2k,2i,2g
range_after if:2k,2i,2i
range_after_multirange if:2k,2i,2g
range_agg ia:2g,2i ia:2g,2g
range_before if:2k,2i,2i
range_before_multirange if:2k,2i,2g
range_cmp if:35,2i,2i
range_contained_by if:2k,2i,2i
range_contained_by_multirange if:2k,2i,2g
range_contains if:2k,2i,2i
range_contains_elem if:2k,2i,2e
range_contains_multirange if:2k,2i,2g
range_eq if:2k,2i,2i
range_ge if:2k,2i,2i
range_gt if:2k,2i,2i
range_in sf:2i,2s,3q,35
range_intersect if:2i,2i,2i
range_intersect_agg ia:2g,2g ia:2i,2i
range_intersect_agg_transfn if:2i,2i,2i
range_le if:2k,2i,2i
range_lt if:2k,2i,2i
range_merge if:2i,2i,2i if:2i,2g
range_minus if:2i,2i,2i
range_ne if:2k,2i,2i
range_out sf:2s,2i
range_overlaps if:2k,2i,2i
range_overlaps_multirange if:2k,2i,2g
range_overleft if:2k,2i,2i
range_overleft_multirange if:2k,2i,2g
range_overright if:2k,2i,2i
range_overright_multirange if:2k,2i,2g
range_send sf:2n,2i
range_union if:2i,2i,2i
rank iw:38 ia+:38,27
record_eq if:2k,44,44
record_ge if:2k,44,44
record_gt if:2k,44,44
record_image_eq if:2k,44,44
record_image_ge if:2k,44,44
record_image_gt if:2k,44,44
record_image_le if:2k,44,44
record_image_lt if:2k,44,44
record_image_ne if:2k,44,44
record_in sf:44,2s,3q,35
record_larger if:44,44,44
record_le if:2k,44,44
record_lt if:2k,44,44
record_ne if:2k,44,44
record_out sf:2s,44
record_send sf:2n,44
record_smaller if:44,44,44
regclass sf:46,4i
regclassin sf:46,2s
regclassout sf:2s,46
regclasssend if:2n,46
regcollationin sf:47,2s
regcollationout sf:2s,47
regcollationsend if:2n,47
regconfigin sf:48,2s
regconfigout sf:2s,48
regconfigsend if:2n,48
regdictionaryin sf:49,2s
regdictionaryout sf:2s,49
regdictionarysend if:2n,49
regexp_count if:35,4i,4i if:35,4i,4i,35 if:35,4i,4i,35,4i
regexp_instr if:35,4i,4i if:35,4i,4i,35 if:35,4i,4i,35,35 if:35,4i,4i,35,35,35 if:35,4i,4i,35,35,35,4i if:35,4i,4i,35,35,35,4i,35
regexp_like if:2k,4i,4i if:2k,4i,4i,4i
regexp_match if:1n,4i,4i if:1n,4i,4i,4i
regexp_matches if*:1n,4i,4i if*:1n,4i,4i,4i
regexp_replace if:4i,4i,4i,4i if:4i,4i,4i,4i,4i if:4i,4i,4i,4i,35,35,4i if:4i,4i,4i,4i,35,35 if:4i,4i,4i,4i,35
regexp_split_to_array if:1n,4i,4i if:1n,4i,4i,4i
regexp_split_to_table if*:4i,4i,4i if*:4i,4i,4i,4i
regexp_substr if:4i,4i,4i if:4i,4i,4i,35 if:4i,4i,4i,35,35 if:4i,4i,4i,35,35,4i if:4i,4i,4i,35,35,4i,35
regnamespacein sf:4a,2s
regnamespaceout sf:2s,4a
regnamespacesend if:2n,4a
regoperatorin sf:4c,2s
regoperatorout sf:2s,4c
regoperatorsend if:2n,4c
regoperin sf:4b,2s
regoperout sf:2s,4b
regopersend if:2n,4b
regprocedurein sf:4e,2s
regprocedureout sf:2s,4e
regproceduresend if:2n,4e
regprocin sf:4d,2s
regprocout sf:2s,4d
regprocsend if:2n,4d
regr_avgx ia:2z,2z,2z
regr_avgy ia:2z,2z,2z
regr_count ia:38,2z,2z
regr_intercept ia:2z,2z,2z
regr_r2 ia:2z,2z,2z
regr_slope ia:2z,2z,2z
regr_sxx ia:2z,2z,2z
regr_sxy ia:2z,2z,2z
regr_syy ia:2z,2z,2z
regrolein sf:4f,2s
regroleout sf:2s,4f
regrolesend if:2n,4f
regtypein sf:4g,2s
regtypeout sf:2s,4g
regtypesend if:2n,4g
repeat if:4i,4i,35
replace if:4i,4i,4i,4i
reverse if:4i,4i if:2n,2n
right if:4i,4i,35
round if:2z,2z if:3n,3n,35 if:3n,3n
row_number iw:38
row_security_active sf:2k,3q sf:2k,4i
row_to_json sf:3d,44 sf:3d,44,2k
rpad if:4i,4i,35,4i if:4i,4i,35
rtrim if:4i,4i,4i if:4i,4i if:2n,2n,2n
satisfies_hash_partition if+:2k,3q,35,35,27
scale if:35,3n
schema_to_xml sf:54,3m,2k,2k,4i
schema_to_xml_and_xmlschema sf:54,3m,2k,2k,4i
schema_to_xmlschema sf:54,3m,2k,2k,4i
session_user sf:3m
set_bit if:2n,2n,38,35 if:2j,2j,35,35
set_byte if:2n,2n,35,35
set_config vf:4i,4i,4i,2k
set_masklen if:32,32,35 if:2q,2q,35
setseed vf:51,2z
setval vf:38,46,38 vf:38,46,38,2k
setweight if:4v,4v,2o,1n if:4v,4v,2o
sha224 if:2n,2n
sha256 if:2n,2n
sha384 if:2n,2n
sha512 if:2n,2n
shell_in if:51,2s
shell_out if:2s,51
shobj_description sf:4i,3q,3m
sign if:3n,3n if:2z,2z
similar_escape if:4i,4i,4i
similar_to_escape if:4i,4i,4i if:4i,4i
sin if:2z,2z
sind if:2z,2z
sinh if:2z,2z
slope if:2z,42,42
spg_poly_quad_compress if:2l,43
split_part if:4i,4i,4i,35
sqrt if:2z,2z if:3n,3n
starts_with if:2k,4i,4i
statement_timestamp sf:4m
stddev ia:3n,38 ia:3n,35 ia:3n,33 ia:2z,2y ia:2z,2z ia:3n,3n
stddev_pop ia:3n,38 ia:3n,35 ia:3n,33 ia:2z,2y ia:2z,2z ia:3n,3n
stddev_samp ia:3n,38 ia:3n,35 ia:3n,33 ia:2z,2y ia:2z,2z ia:3n,3n
string_agg ia:4i,4i,4i ia:2n,2n,2n
string_to_array if:1n,4i,4i,4i if:1n,4i,4i
string_to_table if*:4i,4i,4i if*:4i,4i,4i,4i
strip if:4v,4v
strpos if:35,4i,4i
substr if:4i,4i,35,35 if:4i,4i,35 if:2n,2n,35,35 if:2n,2n,35
substring if:4i,4i,35,35 if:4i,4i,35 if:2j,2j,35,35 if:2j,2j,35 if:2n,2n,35,35 if:2n,2n,35 if:4i,4i,4i if:4i,4i,4i,4i
sum ia:3n,38 ia:38,35 ia:38,33 ia:2y,2y ia:2z,2z ia:3l,3l ia:3c,3c ia:3n,3n
system_user sf:4i
table_am_handler_out if:2s,4h
table_to_xml sf:54,46,2k,2k,4i
table_to_xml_and_xmlschema sf:54,46,2k,2k,4i
table_to_xmlschema sf:54,46,2k,2k,4i
tan if:2z,2z
tand if:2z,2z
tanh if:2z,2z
text if:4i,2m if:4i,3m if:4i,32 if:4i,2o if:4i,54 if:4i,2k
text_ge if:2k,4i,4i
text_gt if:2k,4i,4i
text_larger if:4i,4i,4i
text_le if:2k,4i,4i
text_lt if:2k,4i,4i
text_pattern_ge if:2k,4i,4i
text_pattern_gt if:2k,4i,4i
text_pattern_le if:2k,4i,4i
text_pattern_lt if:2k,4i,4i
text_smaller if:4i,4i,4i
textanycat sf:4i,4i,2h
textcat if:4i,4i,4i
texteq if:2k,4i,4i
texteqname if:2k,4i,3m
textgename if:2k,4i,3m
textgtname if:2k,4i,3m
texticlike if:2k,4i,4i
texticnlike if:2k,4i,4i
texticregexeq if:2k,4i,4i
texticregexne if:2k,4i,4i
textin if:4i,2s
textlen if:35,4i
textlename if:2k,4i,3m
textlike if:2k,4i,4i
textltname if:2k,4i,3m
textne if:2k,4i,4i
textnename if:2k,4i,3m
textnlike if:2k,4i,4i
textout if:2s,4i
textregexeq if:2k,4i,4i
textregexne if:2k,4i,4i
textsend sf:2n,4i
tideq if:2k,4j,4j
tidge if:2k,4j,4j
tidgt if:2k,4j,4j
tidin if:4j,2s
tidlarger if:4j,4j,4j
tidle if:2k,4j,4j
tidlt if:2k,4j,4j
tidne if:2k,4j,4j
tidout if:2s,4j
tidsend if:2n,4j
tidsmaller if:4j,4j,4j
time if:4k,4l if:4k,3c if:4k,4k,35 sf:4k,4m if:4k,4n
time_cmp if:35,4k,4k
time_eq if:2k,4k,4k
time_ge if:2k,4k,4k
time_gt if:2k,4k,4k
time_hash if:35,4k
time_hash_extended if:38,4k,38
time_in sf:4k,2s,3q,35
time_larger if:4k,4k,4k
time_le if:2k,4k,4k
time_lt if:2k,4k,4k
time_mi_interval if:4k,4k,3c
time_mi_time if:3c,4k,4k
time_ne if:2k,4k,4k
time_out if:2s,4k
time_pl_interval if:4k,4k,3c
time_send if:2n,4k
time_smaller if:4k,4k,4k
timedate_pl if:4l,4k,2t
timeofday vf:4i
timestamp if:4l,4l,35 if:4l,2t if:4l,2t,4k sf:4l,4m
timestamp_cmp if:35,4l,4l
timestamp_cmp_date if:35,4l,2t
timestamp_cmp_timestamptz sf:35,4l,4m
timestamp_eq if:2k,4l,4l
timestamp_eq_date if:2k,4l,2t
timestamp_eq_timestamptz sf:2k,4l,4m
timestamp_ge if:2k,4l,4l
timestamp_ge_date if:2k,4l,2t
timestamp_ge_timestamptz sf:2k,4l,4m
timestamp_gt if:2k,4l,4l
timestamp_gt_date if:2k,4l,2t
timestamp_gt_timestamptz sf:2k,4l,4m
timestamp_hash if:35,4l
timestamp_hash_extended if:38,4l,38
timestamp_in sf:4l,2s,3q,35
timestamp_larger if:4l,4l,4l
timestamp_le if:2k,4l,4l
timestamp_le_date if:2k,4l,2t
timestamp_le_timestamptz sf:2k,4l,4m
timestamp_lt if:2k,4l,4l
timestamp_lt_date if:2k,4l,2t
timestamp_lt_timestamptz sf:2k,4l,4m
timestamp_mi if:3c,4l,4l
timestamp_mi_interval if:4l,4l,3c
timestamp_ne if:2k,4l,4l
timestamp_ne_date if:2k,4l,2t
timestamp_ne_timestamptz sf:2k,4l,4m
timestamp_out sf:2s,4l
timestamp_pl_interval if:4l,4l,3c
timestamp_send if:2n,4l
timestamp_smaller if:4l,4l,4l
timestamptypmodin if:35,a
timestamptypmodout if:2s,35
timestamptz sf:4m,2t sf:4m,2t,4k if:4m,2t,4n if:4m,4m,35 sf:4m,4l
timestamptz_cmp if:35,4m,4m
timestamptz_cmp_date sf:35,4m,2t
timestamptz_cmp_timestamp sf:35,4m,4l
timestamptz_eq if:2k,4m,4m
timestamptz_eq_date sf:2k,4m,2t
timestamptz_eq_timestamp sf:2k,4m,4l
timestamptz_ge if:2k,4m,4m
timestamptz_ge_date sf:2k,4m,2t
timestamptz_ge_timestamp sf:2k,4m,4l
timestamptz_gt if:2k,4m,4m
timestamptz_gt_date sf:2k,4m,2t
timestamptz_gt_timestamp sf:2k,4m,4l
timestamptz_hash if:35,4m
timestamptz_hash_extended if:38,4m,38
timestamptz_in sf:4m,2s,3q,35
timestamptz_larger if:4m,4m,4m
timestamptz_le if:2k,4m,4m
timestamptz_le_date sf:2k,4m,2t
timestamptz_le_timestamp sf:2k,4m,4l
timestamptz_lt if:2k,4m,4m
timestamptz_lt_date sf:2k,4m,2t
timestamptz_lt_timestamp sf:2k,4m,4l
timestamptz_mi if:3c,4m,4m
timestamptz_mi_interval sf:4m,4m,3c
timestamptz_ne if:2k,4m,4m
timestamptz_ne_date sf:2k,4m,2t
timestamptz_ne_timestamp sf:2k,4m,4l
timestamptz_out sf:2s,4m
timestamptz_pl_interval sf:4m,4m,3c
timestamptz_send if:2n,4m
timestamptz_smaller if:4m,4m,4m
timestamptztypmodin if:35,a
timestamptztypmodout if:2s,35
timetypmodin if:35,a
timetypmodout if:2s,35
timetz sf:4n,4m if:4n,4n,35 sf:4n,4k
timetz_cmp if:35,4n,4n
timetz_eq if:2k,4n,4n
timetz_ge if:2k,4n,4n
timetz_gt if:2k,4n,4n
timetz_hash if:35,4n
timetz_hash_extended if:38,4n,38
timetz_in sf:4n,2s,3q,35
timetz_larger if:4n,4n,4n
timetz_le if:2k,4n,4n
timetz_lt if:2k,4n,4n
timetz_mi_interval if:4n,4n,3c
timetz_ne if:2k,4n,4n
timetz_out if:2s,4n
timetz_pl_interval if:4n,4n,3c
timetz_send if:2n,4n
timetz_smaller if:4n,4n,4n
timetzdate_pl if:4m,4n,2t
timetztypmodin if:35,a
timetztypmodout if:2s,35
timezone if:4l,3c,4m if:4l,4i,4m sf:4n,4i,4n if:4n,3c,4n if:4m,4i,4l if:4m,3c,4l sf:4l,4m sf:4m,4l sf:4n,4n
to_ascii if:4i,4i if:4i,4i,35 if:4i,4i,3m
to_bin if:4i,35 if:4i,38
to_char sf:4i,3c,4i sf:4i,4m,4i sf:4i,3n,4i sf:4i,35,4i sf:4i,38,4i sf:4i,2y,4i sf:4i,2z,4i sf:4i,4l,4i
to_date sf:2t,4i,4i
to_hex if:4i,35 if:4i,38
to_json sf:3d,2e
to_jsonb sf:3e,2e
to_number sf:3n,4i,4i
to_oct if:4i,35 if:4i,38
to_regclass sf:46,4i
to_regcollation sf:47,4i
to_regnamespace sf:4a,4i
to_regoper sf:4b,4i
to_regoperator sf:4c,4i
to_regproc sf:4d,4i
to_regprocedure sf:4e,4i
to_regrole sf:4f,4i
to_regtype sf:4g,4i
to_regtypemod sf:35,4i
to_timestamp if:4m,2z sf:4m,4i,4i
to_tsquery if:4r,48,4i sf:4r,4i
to_tsvector if:4v,48,4i sf:4v,4i sf:4v,3e sf:4v,3d if:4v,48,3e if:4v,48,3d
transaction_timestamp sf:4m
translate if:4i,4i,4i,4i
trigger_out if:2s,4o
trim_array if:28,28,35
trim_scale if:3n,3n
trunc if:3j,3j if:2z,2z if:3n,3n,35 if:3n,3n if:3k,3k
ts_debug sf*:44,48,4i sf*:44,4i
ts_delete if:4v,4v,4i if:4v,4v,1n
ts_filter if:4v,4v,6
ts_headline if:4i,48,4i,4r,4i if:4i,48,4i,4r sf:4i,4i,4r,4i sf:4i,4i,4r if:3e,48,3e,4r,4i if:3e,48,3e,4r sf:3e,3e,4r,4i sf:3e,3e,4r if:3d,48,3d,4r,4i if:3d,48,3d,4r sf:3d,3d,4r,4i sf:3d,3d,4r
ts_lexize if:1n,49,4i
ts_match_qv if:2k,4r,4v
ts_match_tq sf:2k,4i,4r
ts_match_tt sf:2k,4i,4i
ts_match_vq if:2k,4v,4r
ts_parse if*:44,3q,4i sf*:44,4i,4i
ts_rank if:2y,e,4v,4r,35 if:2y,e,4v,4r if:2y,4v,4r,35 if:2y,4v,4r
ts_rank_cd if:2y,e,4v,4r,35 if:2y,e,4v,4r if:2y,4v,4r,35 if:2y,4v,4r
ts_rewrite if:4r,4r,4r,4r vf:4r,4r,4i
ts_stat vf*:44,4i vf*:44,4i,4i
ts_token_type if*:44,3q sf*:44,4i
tsm_handler_out if:2s,4p
tsmultirange if:4q if:4q,4s if+:4q,1v
tsq_mcontained if:2k,4r,4r
tsq_mcontains if:2k,4r,4r
tsquery_and if:4r,4r,4r
tsquery_cmp if:35,4r,4r
tsquery_eq if:2k,4r,4r
tsquery_ge if:2k,4r,4r
tsquery_gt if:2k,4r,4r
tsquery_le if:2k,4r,4r
tsquery_lt if:2k,4r,4r
tsquery_ne if:2k,4r,4r
tsquery_not if:4r,4r
tsquery_or if:4r,4r,4r
tsquery_phrase if:4r,4r,4r if:4r,4r,4r,35
tsqueryin if:4r,2s
tsqueryout if:2s,4r
tsquerysend if:2n,4r
tsrange if:4s,4l,4l if:4s,4l,4l,4i
tsrange_subdiff if:2z,4l,4l
tstzmultirange if:4t if:4t,4u if+:4t,1x
tstzrange if:4u,4m,4m if:4u,4m,4m,4i
tstzrange_subdiff if:2z,4m,4m
tsvector_cmp if:35,4v,4v
tsvector_concat if:4v,4v,4v
tsvector_eq if:2k,4v,4v
tsvector_ge if:2k,4v,4v
tsvector_gt if:2k,4v,4v
tsvector_le if:2k,4v,4v
tsvector_lt if:2k,4v,4v
tsvector_ne if:2k,4v,4v
tsvector_to_array if:1n,4v
tsvectorin if:4v,2s
tsvectorout if:2s,4v
tsvectorsend if:2n,4v
txid_current sf:38
txid_current_if_assigned sf:38
txid_current_snapshot sf:4w
txid_snapshot_in if:4w,2s
txid_snapshot_out if:2s,4w
txid_snapshot_send if:2n,4w
txid_snapshot_xip if*:38,4w
txid_snapshot_xmax if:38,4w
txid_snapshot_xmin if:38,4w
txid_status vf:4i,38
txid_visible_in_snapshot if:2k,38,4w
unicode_assigned if:2k,4i
unicode_version if:4i
unistr if:4i,4i
unknownin if:4x,2s
unknownout if:2s,4x
unknownsend if:2n,4x
unnest if*:2i,2g if*:2e,28 if*:44,4v
upper if:4i,4i if:2e,2i if:2e,2g
upper_inc if:2k,2i if:2k,2g
upper_inf if:2k,2i if:2k,2g
uuid_cmp if:35,4y,4y
uuid_eq if:2k,4y,4y
uuid_extract_timestamp if:4m,4y
uuid_extract_version if:33,4y
uuid_ge if:2k,4y,4y
uuid_gt if:2k,4y,4y
uuid_hash if:35,4y
uuid_hash_extended if:38,4y,38
uuid_in if:4y,2s
uuid_le if:2k,4y,4y
uuid_lt if:2k,4y,4y
uuid_ne if:2k,4y,4y
uuid_out if:2s,4y
uuid_send if:2n,4y
uuidv4 vf:4y
uuidv7 vf:4y vf:4y,3c
var_pop ia:3n,38 ia:3n,35 ia:3n,33 ia:2z,2y ia:2z,2z ia:3n,3n
var_samp ia:3n,38 ia:3n,35 ia:3n,33 ia:2z,2y ia:2z,2z ia:3n,3n
varbit if:4z,4z,35,2k
varbit_in if:4z,2s,3q,35
varbit_out if:2s,4z
varbit_send if:2n,4z
varbitcmp if:35,4z,4z
varbiteq if:2k,4z,4z
varbitge if:2k,4z,4z
varbitgt if:2k,4z,4z
varbitle if:2k,4z,4z
varbitlt if:2k,4z,4z
varbitne if:2k,4z,4z
varbittypmodin if:35,a
varbittypmodout if:2s,35
varchar if:50,50,35,2k if:50,3m
varcharin if:50,2s,3q,35
varcharout if:2s,50
varcharsend sf:2n,50
varchartypmodin if:35,a
varchartypmodout if:2s,35
variance ia:3n,38 ia:3n,35 ia:3n,33 ia:2z,2y ia:2z,2z ia:3n,3n
version sf:4i
void_in if:51,2s
void_out if:2s,51
void_send if:2n,51
websearch_to_tsquery if:4r,48,4i sf:4r,4i
width if:2z,2l
width_bucket if:35,2z,2z,2z,35 if:35,3n,3n,3n,35 if:35,29,2a
xid if:52,53
xid8_larger if:53,53,53
xid8_smaller if:53,53,53
xid8cmp if:35,53,53
xid8eq if:2k,53,53
xid8ge if:2k,53,53
xid8gt if:2k,53,53
xid8in if:53,2s
xid8le if:2k,53,53
xid8lt if:2k,53,53
xid8ne if:2k,53,53
xid8out if:2s,53
xid8send if:2n,53
xideq if:2k,52,52
xideqint4 if:2k,52,35
xidin if:52,2s
xidneq if:2k,52,52
xidneqint4 if:2k,52,35
xidout if:2s,52
xidsend if:2n,52
xml sf:54,4i
xml_in sf:54,2s
xml_is_well_formed sf:2k,4i
xml_is_well_formed_content if:2k,4i
xml_is_well_formed_document if:2k,4i
xml_out if:2s,54
xml_send sf:2n,54
xmlagg ia:54,54
xmlcomment if:54,4i
xmlconcat2 if:54,54,54
xmlexists if:2k,4i,54
xmltext if:54,4i
xmlvalidate if:2k,54,4i
xpath if:25,4i,54,1n if:25,4i,54
xpath_exists if:2k,4i,54,1n if:2k,4i,54
`;
