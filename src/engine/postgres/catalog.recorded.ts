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
_citext A  citext array_ops
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
citext S   citext_ops
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
2k 2k fii
2k 37 fei
2k 3a fei
2k 51 bii
2l 2n fai
2l 2t fai
2l 37 fei
2l 4k fai
2l 52 fai
2m 2s fei
2m 3k fei
2m 44 fei
2m 45 fai
2n 2n fii
2n 2p fai
2n 2t fai
2n 3o fii
2n 4k fii
2n 52 fii
2n 56 fes
2o 35 fei
2o 37 fei
2o 3a fei
2p 2n fai
2p 37 fei
2p 4k fii
2p 52 fai
2r 2n fai
2r 34 bii
2r 4k fai
2r 52 fai
2s 2m fei
2s 44 fei
2s 45 fei
2t 2n bai
2t 4k bii
2t 52 bii
2v 4n fii
2v 4o fis
2x 2w fei
30 31 fii
30 35 fai
30 37 fai
30 3a fai
30 3p fai
31 30 fai
31 35 fai
31 37 fai
31 3a fai
31 3p fai
34 2n fai
34 2r fai
34 2t fai
34 4k fai
34 52 fai
35 2o fei
35 30 fii
35 31 fii
35 37 fii
35 3a fii
35 3p fii
35 3s fii
35 48 fii
35 49 fii
35 4a fii
35 4b fii
35 4c fii
35 4d fii
35 4e fii
35 4f fii
35 4g fii
35 4h fii
35 4i fii
37 2k fei
37 2l fei
37 2o fei
37 2p fei
37 30 fii
37 31 fii
37 35 fai
37 3a fii
37 3n fas
37 3p fii
37 3s bii
37 48 bis
37 49 bis
37 4a bis
37 4b bis
37 4c bis
37 4d bis
37 4e bis
37 4f bis
37 4g bis
37 4h bis
37 4i bis
39 38 fei
3a 2k fei
3a 2o fei
3a 30 fii
3a 31 fii
3a 35 fai
3a 37 fai
3a 3n fas
3a 3p fii
3a 3s fii
3a 48 fii
3a 49 fii
3a 4a fii
3a 4b fii
3a 4c fii
3a 4d fii
3a 4e fii
3a 4f fii
3a 4g fii
3a 4h fii
3a 4i fii
3c 3b fei
3e 3e fii
3e 4m fai
3f 3g iai
3g 2l fei
3g 30 fei
3g 31 fei
3g 35 fei
3g 37 fei
3g 3a fei
3g 3f iai
3g 3p fei
3k 44 fei
3l 3m fii
3m 3l fii
3n 3p fas
3o 2n fai
3o 4k fii
3o 52 fai
3p 30 fii
3p 31 fii
3p 35 fai
3p 37 fai
3p 3a fai
3p 3n fas
3p 3p fii
3r 3q fei
3s 37 bai
3s 3a fai
3s 48 bis
3s 49 bis
3s 4a bis
3s 4b bis
3s 4c bis
3s 4d bis
3s 4e bis
3s 4f bis
3s 4g bis
3s 4h bis
3s 4i bis
3u 45 fai
3y 2o bii
3y 4k iii
40 2o bii
40 4k iii
41 2o bii
41 4k iii
42 4k bii
44 2m fai
45 2m fei
45 2s fei
45 3u fai
45 44 fei
48 37 bas
48 3a fai
48 3s bis
49 37 bas
49 3a fai
49 3s bis
4a 37 bas
4a 3a fai
4a 3s bis
4b 37 bas
4b 3a fai
4b 3s bis
4c 37 bas
4c 3a fai
4c 3s bis
4d 37 bas
4d 3a fai
4d 3s bis
4d 4e bis
4e 37 bas
4e 3a fai
4e 3s bis
4e 4d bis
4f 37 bas
4f 3a fai
4f 3s bis
4f 4g bis
4g 37 bas
4g 3a fai
4g 3s bis
4g 4f bis
4h 37 bas
4h 3a fai
4h 3s bis
4i 37 bas
4i 3a fai
4i 3s bis
4k 2n bii
4k 2p fai
4k 2t bai
4k 3o fii
4k 48 fis
4k 52 bii
4k 56 fes
4m 3e fii
4m 4m fii
4m 4p fis
4n 2v fai
4n 4m fai
4n 4n fii
4n 4o fis
4o 2v fas
4o 4m fas
4o 4n fas
4o 4o fii
4o 4p fas
4p 4m fai
4p 4p fii
4u 4s fei
4w 4v fei
51 2k bii
51 51 fii
52 2n bii
52 2p fai
52 2t bai
52 3o fii
52 48 fis
52 4k bii
52 52 fii
52 56 fes
55 54 fei
56 2n bai
56 4k bai
56 52 bai
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
27 ss
29 is
2b is
2c ss
2e ss
2g is
2h ss
2j ss
2v ss
2w ss
2x ss
38 ss
39 ss
3b ss
3c ss
3e ss
3n ss
3q ss
3r ss
46 ss
48 ss
49 ss
4a ss
4b ss
4c ss
4d ss
4e ss
4f ss
4g ss
4h ss
4i ss
4m si
4n ss
4o ss
4p si
4s ss
4u ss
4v ss
4w ss
56 si
`;

export const operators = `
!! -,4t,4t,i
!~ 3o,4k,2l,i 4k,4k,2l,i 2n,4k,2l,i
!~* 3o,4k,2l,i 4k,4k,2l,i 2n,4k,2l,i
!~~ 2o,2o,2l,i 3o,4k,2l,i 4k,4k,2l,i 2n,4k,2l,i
!~~* 3o,4k,2l,i 4k,4k,2l,i 2n,4k,2l,i
# -,3u,37,i -,45,37,i 3a,3a,3a,i 35,35,35,i 37,37,37,i 3k,3k,44,i 2m,2m,2m,i 3j,3j,44,i 2k,2k,2k,i
## 44,3k,44,i 44,2m,44,i 44,3j,44,i 3k,3k,44,i 3k,2m,44,i 3j,3k,44,i
#- 3g,1o,3g,i
#> 3f,1o,3f,i 3g,1o,3g,i
#>> 3f,1o,4k,i 3g,1o,4k,i
% 3a,3a,3a,i 35,35,35,i 37,37,37,i 3p,3p,3p,i
& 3a,3a,3a,i 35,35,35,i 37,37,37,i 3m,3m,3m,i 3l,3l,3l,i 34,34,34,i 2k,2k,2k,i
&& 2m,2m,2l,i 45,45,2l,i 2s,2s,2l,i 34,34,2l,i 29,29,2l,i 4t,4t,4t,i 2j,2j,2l,i 2j,2h,2l,i 2h,2j,2l,i 2h,2h,2l,i
&< 2m,2m,2l,i 45,45,2l,i 2s,2s,2l,i 2j,2j,2l,i 2j,2h,2l,i 2h,2j,2l,i 2h,2h,2l,i
&<| 2m,2m,2l,i 45,45,2l,i 2s,2s,2l,i
&> 2m,2m,2l,i 45,45,2l,i 2s,2s,2l,i 2j,2j,2l,i 2j,2h,2l,i 2h,2j,2l,i 2h,2h,2l,i
* 3a,3a,3a,i 3a,35,3a,i 3a,37,3a,i 3a,3n,3n,i 35,3a,3a,i 35,35,35,i 35,37,37,i 35,3n,3n,i 37,3a,3a,i 37,35,37,i 37,37,37,i 37,3n,3n,i 44,44,44,i 3u,44,3u,i 2m,44,2m,i 30,30,30,i 30,31,31,i 30,3n,3n,i 31,30,31,i 31,31,31,i 31,3n,3n,i 31,3e,3e,i 2s,44,2s,i 3n,3a,3n,i 3n,35,3n,i 3n,37,3n,i 3n,30,3n,i 3n,31,3n,i 3e,31,3e,i 3p,3p,3p,i 2j,2j,2j,i 2h,2h,2h,i
*< 46,46,2l,i
*<= 46,46,2l,i
*<> 46,46,2l,i
*= 46,46,2l,i
*> 46,46,2l,i
*>= 46,46,2l,i
+ -,3a,3a,i -,35,35,i -,37,37,i -,30,30,i -,31,31,i -,3p,3p,i 3a,3a,3a,i 3a,35,3a,i 3a,37,3a,i 3a,34,34,i 35,3a,3a,i 35,35,35,i 35,37,37,i 37,3a,3a,i 37,35,37,i 37,37,37,i 37,2v,2v,i 44,44,44,i 3u,44,3u,i 3u,3u,3u,i 2m,44,2m,i 30,30,30,i 30,31,31,i 31,30,31,i 31,31,31,i 2s,44,2s,i 3n,3n,3n,i 34,3a,34,i 0,27,0,i 2v,37,2v,i 2v,4m,4n,i 2v,3e,4n,i 2v,4p,4o,i 4m,2v,4n,i 4m,3e,4m,i 4n,3e,4n,i 4o,3e,4o,s 3e,2v,4n,i 3e,4m,4m,i 3e,4n,4n,i 3e,4o,4o,s 3e,3e,3e,i 3e,4p,4p,i 4p,2v,4o,i 4p,3e,4p,i 3p,3p,3p,i 3p,3z,3z,i 3z,3p,3z,i 2j,2j,2j,i 2h,2h,2h,i
- -,3a,3a,i -,35,35,i -,37,37,i -,30,30,i -,31,31,i -,3e,3e,i -,3p,3p,i 3a,3a,3a,i 3a,35,3a,i 3a,37,3a,i 35,3a,3a,i 35,35,35,i 35,37,37,i 37,3a,3a,i 37,35,37,i 37,37,37,i 44,44,44,i 3u,44,3u,i 2m,44,2m,i 30,30,30,i 30,31,31,i 31,30,31,i 31,31,31,i 2s,44,2s,i 3n,3n,3n,i 34,3a,34,i 34,34,3a,i 0,27,0,i 2v,37,2v,i 2v,2v,37,i 2v,3e,4n,i 4m,4m,3e,i 4m,3e,4m,i 4n,4n,3e,i 4n,3e,4n,i 4o,4o,3e,i 4o,3e,4o,s 3e,3e,3e,i 4p,3e,4p,i 3p,3p,3p,i 3z,3p,3z,i 3z,3z,3p,i 3g,37,3g,i 3g,4k,3g,i 3g,1o,3g,i 2j,2j,2j,i 2h,2h,2h,i
-> 3f,37,3f,i 3f,4k,3f,i 3g,37,3g,i 3g,4k,3g,i
->> 3f,37,4k,i 3f,4k,4k,i 3g,37,4k,i 3g,4k,4k,i
-|- 2j,2j,2l,i 2j,2h,2l,i 2h,2j,2l,i 2h,2h,2l,i
/ 3a,3a,3a,i 3a,35,3a,i 3a,37,3a,i 35,3a,3a,i 35,35,35,i 35,37,37,i 37,3a,3a,i 37,35,37,i 37,37,37,i 44,44,44,i 3u,44,3u,i 2m,44,2m,i 30,30,30,i 30,31,31,i 31,30,31,i 31,31,31,i 2s,44,2s,i 3n,3a,3n,i 3n,35,3n,i 3n,37,3n,i 3n,30,3n,i 3n,31,3n,i 3n,3n,31,i 3e,31,3e,i 3p,3p,3p,i
< 2l,2l,2l,i 2o,2o,2l,i 2p,2p,2l,i 3o,3o,2l,i 3o,4k,2l,i 3a,3a,2l,i 3a,35,2l,i 3a,37,2l,i 35,3a,2l,i 35,35,2l,i 35,37,2l,i 37,3a,2l,i 37,35,2l,i 37,37,2l,i 4k,3o,2l,i 4k,4k,2l,i 3s,3s,2l,i 4l,4l,2l,i 3t,3t,2l,i 3k,3k,2l,i 3u,3u,2l,i 2m,2m,2l,i 30,30,2l,i 30,31,2l,i 31,30,2l,i 31,31,2l,i 2s,2s,2l,i 3m,3m,2l,i 3n,3n,2l,i 3l,3l,2l,i 34,34,2l,i 2n,2n,2l,i 2v,2v,2l,i 2v,4n,2l,i 2v,4o,2l,s 4m,4m,2l,i 4n,2v,2l,i 4n,4n,2l,i 4n,4o,2l,s 4o,2v,2l,s 4o,4n,2l,s 4o,4o,2l,i 3e,3e,2l,i 4p,4p,2l,i 2k,2k,2l,i 51,51,2l,i 3p,3p,2l,i 46,46,2l,i 29,29,2l,i 50,50,2l,i 3z,3z,2l,i 2g,2g,2l,i 4x,4x,2l,i 4t,4t,2l,i 3g,3g,2l,i 2j,2j,2l,i 2h,2h,2l,i 55,55,2l,i
<-> 44,44,31,i 44,3k,31,i 44,3u,31,i 44,2m,31,i 44,45,31,i 44,3j,31,i 44,2s,31,i 3k,44,31,i 3k,3k,31,i 3k,2m,31,i 3k,3j,31,i 3u,44,31,i 3u,3u,31,i 2m,44,31,i 2m,3k,31,i 2m,2m,31,i 45,44,31,i 45,45,31,i 45,2s,31,i 3j,44,31,i 3j,3k,31,i 3j,3j,31,i 2s,44,31,i 2s,45,31,i 2s,2s,31,i 4t,4t,4t,i
<< 3a,37,3a,i 35,37,35,i 37,37,37,i 44,44,2l,i 2m,2m,2l,i 45,45,2l,i 2s,2s,2l,i 34,34,2l,i 2k,37,2k,i 2j,2j,2l,i 2j,2h,2l,i 2h,2j,2l,i 2h,2h,2l,i
<<= 34,34,2l,i
<<| 44,44,2l,i 2m,2m,2l,i 45,45,2l,i 2s,2s,2l,i
<= 2l,2l,2l,i 2o,2o,2l,i 2p,2p,2l,i 3o,3o,2l,i 3o,4k,2l,i 3a,3a,2l,i 3a,35,2l,i 3a,37,2l,i 35,3a,2l,i 35,35,2l,i 35,37,2l,i 37,3a,2l,i 37,35,2l,i 37,37,2l,i 4k,3o,2l,i 4k,4k,2l,i 3s,3s,2l,i 4l,4l,2l,i 3t,3t,2l,i 3k,3k,2l,i 3u,3u,2l,i 2m,2m,2l,i 30,30,2l,i 30,31,2l,i 31,30,2l,i 31,31,2l,i 2s,2s,2l,i 3m,3m,2l,i 3n,3n,2l,i 3l,3l,2l,i 34,34,2l,i 2n,2n,2l,i 2v,2v,2l,i 2v,4n,2l,i 2v,4o,2l,s 4m,4m,2l,i 4n,2v,2l,i 4n,4n,2l,i 4n,4o,2l,s 4o,2v,2l,s 4o,4n,2l,s 4o,4o,2l,i 3e,3e,2l,i 4p,4p,2l,i 2k,2k,2l,i 51,51,2l,i 3p,3p,2l,i 46,46,2l,i 29,29,2l,i 50,50,2l,i 3z,3z,2l,i 2g,2g,2l,i 4x,4x,2l,i 4t,4t,2l,i 3g,3g,2l,i 2j,2j,2l,i 2h,2h,2l,i 55,55,2l,i
<> 2l,2l,2l,i 2o,2o,2l,i 2p,2p,2l,i 3o,3o,2l,i 3o,4k,2l,i 3a,3a,2l,i 3a,35,2l,i 3a,37,2l,i 35,3a,2l,i 35,35,2l,i 35,37,2l,i 37,3a,2l,i 37,35,2l,i 37,37,2l,i 4k,3o,2l,i 4k,4k,2l,i 3s,3s,2l,i 4l,4l,2l,i 54,37,2l,i 54,54,2l,i 3t,3t,2l,i 44,44,2l,i 3k,3k,2l,i 30,30,2l,i 30,31,2l,i 31,30,2l,i 31,31,2l,i 2s,2s,2l,i 3m,3m,2l,i 3n,3n,2l,i 3l,3l,2l,i 34,34,2l,i 2n,2n,2l,i 2v,2v,2l,i 2v,4n,2l,i 2v,4o,2l,s 4m,4m,2l,i 4n,2v,2l,i 4n,4n,2l,i 4n,4o,2l,s 4o,2v,2l,s 4o,4n,2l,s 4o,4o,2l,i 3e,3e,2l,i 4p,4p,2l,i 2k,2k,2l,i 51,51,2l,i 3p,3p,2l,i 46,46,2l,i 29,29,2l,i 50,50,2l,i 3z,3z,2l,i 2g,2g,2l,i 4x,4x,2l,i 4t,4t,2l,i 3g,3g,2l,i 2j,2j,2l,i 2h,2h,2l,i 55,55,2l,i
<@ 44,3k,2l,i 44,3u,2l,i 44,2m,2l,i 44,45,2l,i 44,3j,2l,i 44,2s,2l,i 3k,2m,2l,i 3k,3j,2l,i 2m,2m,2l,i 45,45,2l,i 2s,2s,2l,i 29,29,2l,i 2f,2j,2l,i 2f,2h,2l,i 4t,4t,2l,i 3g,3g,2l,i 2j,2j,2l,i 2j,2h,2l,i 2h,2j,2l,i 2h,2h,2l,i
<^ 44,44,2l,i 2m,2m,2l,i
= 2l,2l,2l,i 2o,2o,2l,i 2p,2p,2l,i 3o,3o,2l,i 3o,4k,2l,i 3a,3a,2l,i 3a,35,2l,i 3a,37,2l,i 35,3a,2l,i 35,35,2l,i 35,37,2l,i 37,3a,2l,i 37,35,2l,i 37,37,2l,i 4k,3o,2l,i 4k,4k,2l,i 3s,3s,2l,i 4l,4l,2l,i 54,37,2l,i 54,54,2l,i 2q,2q,2l,i 3t,3t,2l,i 3k,3k,2l,i 3u,3u,2l,i 2m,2m,2l,i 3j,3j,2l,i 30,30,2l,i 30,31,2l,i 31,30,2l,i 31,31,2l,i 2s,2s,2l,i 3m,3m,2l,i 3n,3n,2l,i 3l,3l,2l,i 34,34,2l,i 27,27,2l,i 2n,2n,2l,i 2v,2v,2l,i 2v,4n,2l,i 2v,4o,2l,s 4m,4m,2l,i 4n,2v,2l,i 4n,4n,2l,i 4n,4o,2l,s 4o,2v,2l,s 4o,4n,2l,s 4o,4o,2l,i 3e,3e,2l,i 4p,4p,2l,i 2k,2k,2l,i 51,51,2l,i 3p,3p,2l,i 46,46,2l,i 29,29,2l,i 50,50,2l,i 3z,3z,2l,i 2g,2g,2l,i 4x,4x,2l,i 4t,4t,2l,i 3g,3g,2l,i 2j,2j,2l,i 2h,2h,2l,i 55,55,2l,i
> 2l,2l,2l,i 2o,2o,2l,i 2p,2p,2l,i 3o,3o,2l,i 3o,4k,2l,i 3a,3a,2l,i 3a,35,2l,i 3a,37,2l,i 35,3a,2l,i 35,35,2l,i 35,37,2l,i 37,3a,2l,i 37,35,2l,i 37,37,2l,i 4k,3o,2l,i 4k,4k,2l,i 3s,3s,2l,i 4l,4l,2l,i 3t,3t,2l,i 3k,3k,2l,i 3u,3u,2l,i 2m,2m,2l,i 30,30,2l,i 30,31,2l,i 31,30,2l,i 31,31,2l,i 2s,2s,2l,i 3m,3m,2l,i 3n,3n,2l,i 3l,3l,2l,i 34,34,2l,i 2n,2n,2l,i 2v,2v,2l,i 2v,4n,2l,i 2v,4o,2l,s 4m,4m,2l,i 4n,2v,2l,i 4n,4n,2l,i 4n,4o,2l,s 4o,2v,2l,s 4o,4n,2l,s 4o,4o,2l,i 3e,3e,2l,i 4p,4p,2l,i 2k,2k,2l,i 51,51,2l,i 3p,3p,2l,i 46,46,2l,i 29,29,2l,i 50,50,2l,i 3z,3z,2l,i 2g,2g,2l,i 4x,4x,2l,i 4t,4t,2l,i 3g,3g,2l,i 2j,2j,2l,i 2h,2h,2l,i 55,55,2l,i
>= 2l,2l,2l,i 2o,2o,2l,i 2p,2p,2l,i 3o,3o,2l,i 3o,4k,2l,i 3a,3a,2l,i 3a,35,2l,i 3a,37,2l,i 35,3a,2l,i 35,35,2l,i 35,37,2l,i 37,3a,2l,i 37,35,2l,i 37,37,2l,i 4k,3o,2l,i 4k,4k,2l,i 3s,3s,2l,i 4l,4l,2l,i 3t,3t,2l,i 3k,3k,2l,i 3u,3u,2l,i 2m,2m,2l,i 30,30,2l,i 30,31,2l,i 31,30,2l,i 31,31,2l,i 2s,2s,2l,i 3m,3m,2l,i 3n,3n,2l,i 3l,3l,2l,i 34,34,2l,i 2n,2n,2l,i 2v,2v,2l,i 2v,4n,2l,i 2v,4o,2l,s 4m,4m,2l,i 4n,2v,2l,i 4n,4n,2l,i 4n,4o,2l,s 4o,2v,2l,s 4o,4n,2l,s 4o,4o,2l,i 3e,3e,2l,i 4p,4p,2l,i 2k,2k,2l,i 51,51,2l,i 3p,3p,2l,i 46,46,2l,i 29,29,2l,i 50,50,2l,i 3z,3z,2l,i 2g,2g,2l,i 4x,4x,2l,i 4t,4t,2l,i 3g,3g,2l,i 2j,2j,2l,i 2h,2h,2l,i 55,55,2l,i
>> 3a,37,3a,i 35,37,35,i 37,37,37,i 44,44,2l,i 2m,2m,2l,i 45,45,2l,i 2s,2s,2l,i 34,34,2l,i 2k,37,2k,i 2j,2j,2l,i 2j,2h,2l,i 2h,2j,2l,i 2h,2h,2l,i
>>= 34,34,2l,i
>^ 44,44,2l,i 2m,2m,2l,i
? 3g,4k,2l,i
?# 3k,3k,2l,i 3k,2m,2l,i 3k,3j,2l,i 3u,3u,2l,i 2m,2m,2l,i 3j,2m,2l,i 3j,3j,2l,i
?& 3g,1o,2l,i
?- -,3k,2l,i -,3j,2l,i 44,44,2l,i
?-| 3k,3k,2l,i 3j,3j,2l,i
?| -,3k,2l,i -,3j,2l,i 44,44,2l,i 3g,1o,2l,i
?|| 3k,3k,2l,i 3j,3j,2l,i
@ -,3a,3a,i -,35,35,i -,37,37,i -,30,30,i -,31,31,i -,3p,3p,i
@-@ -,3k,31,i -,3u,31,i
@> 3u,44,2l,i 2m,44,2l,i 2m,2m,2l,i 45,44,2l,i 45,45,2l,i 2s,44,2l,i 2s,2s,2l,i 0,27,2l,i 29,29,2l,i 4t,4t,2l,i 3g,3g,2l,i 2j,2f,2l,i 2j,2j,2l,i 2j,2h,2l,i 2h,2f,2l,i 2h,2j,2l,i 2h,2h,2l,i
@? 3g,3h,2l,i
@@ -,3k,44,i -,2m,44,i -,45,44,i -,2s,44,i 4k,4k,2l,s 4k,4t,2l,s 4x,4t,2l,i 4t,4x,2l,i 3g,3h,2l,i
@@@ 4x,4t,2l,i 4t,4x,2l,i
^ 31,31,31,i 3p,3p,3p,i
^@ 4k,4k,2l,i
| 3a,3a,3a,i 35,35,35,i 37,37,37,i 3m,3m,3m,i 3l,3l,3l,i 34,34,34,i 2k,2k,2k,i
|&> 2m,2m,2l,i 45,45,2l,i 2s,2s,2l,i
|/ -,31,31,i
|>> 44,44,2l,i 2m,2m,2l,i 45,45,2l,i 2s,2s,2l,i
|| 2o,2o,2o,i 4k,4k,4k,i 4k,2i,4k,s 51,51,51,i 2i,4k,4k,s 4x,4x,4x,i 4t,4t,4t,i 3g,3g,3g,i 2a,2b,2b,i 2b,2a,2b,i 2b,2b,2b,i
||/ -,31,31,i
~ -,3a,3a,i -,35,35,i -,37,37,i -,3m,3m,i -,3l,3l,i -,34,34,i -,2k,2k,i 3o,4k,2l,i 4k,4k,2l,i 2n,4k,2l,i
~* 3o,4k,2l,i 4k,4k,2l,i 2n,4k,2l,i
~<=~ 4k,4k,2l,i 2n,2n,2l,i
~<~ 4k,4k,2l,i 2n,2n,2l,i
~= 44,44,2l,i 2m,2m,2l,i 45,45,2l,i 2s,2s,2l,i
~>=~ 4k,4k,2l,i 2n,2n,2l,i
~>~ 4k,4k,2l,i 2n,2n,2l,i
~~ 2o,2o,2l,i 3o,4k,2l,i 4k,4k,2l,i 2n,4k,2l,i
~~* 3o,4k,2l,i 4k,4k,2l,i 2n,4k,2l,i
`;

export const functions = `
abbrev if:4k,34 if:4k,2r
abs if:30,30 if:31,31 if:3a,3a if:37,37 if:35,35 if:3p,3p
aclcontains if:2l,0,27
acldefault if:0,2p,3s
aclexplode sf*:46,0
aclinsert if:0,0,27
aclitemeq if:2l,27,27
aclitemin sf:27,2u
aclitemout sf:2u,27
aclremove if:0,0,27
acos if:31,31
acosd if:31,31
acosh if:31,31
age sf:37,54 if:3e,4o,4o sf:3e,4o if:3e,4n,4n sf:3e,4n
amvalidate vf:2l,3s
any_in if:28,2u
any_out if:2u,28
any_value ia:2f,2f
any_value_transfn if:2f,2f,2f
anyarray_in if:29,2u
anyarray_out sf:2u,29
anyarray_send sf:2o,29
anycompatible_in if:2a,2u
anycompatible_out if:2u,2a
anycompatiblearray_in if:2b,2u
anycompatiblearray_out sf:2u,2b
anycompatiblearray_send sf:2o,2b
anycompatiblemultirange_in sf:2c,2u,3s,37
anycompatiblemultirange_out sf:2u,2c
anycompatiblenonarray_in if:2d,2u
anycompatiblenonarray_out if:2u,2d
anycompatiblerange_in sf:2e,2u,3s,37
anycompatiblerange_out sf:2u,2e
anyelement_in if:2f,2u
anyelement_out if:2u,2f
anyenum_in if:2g,2u
anyenum_out sf:2u,2g
anymultirange_in sf:2h,2u,3s,37
anymultirange_out sf:2u,2h
anynonarray_in if:2i,2u
anynonarray_out if:2u,2i
anyrange_in sf:2j,2u,3s,37
anyrange_out sf:2u,2j
anytextcat sf:4k,2i,4k
area if:31,2m if:31,3u if:31,2s
array_agg ia:29,2i ia:29,29
array_append if:2b,2b,2a
array_cat if:2b,2b,2b
array_dims if:4k,29
array_eq if:2l,29,29
array_fill if:29,2f,l if:29,2f,l,l
array_ge if:2l,29,29
array_gt if:2l,29,29
array_in sf:29,2u,3s,37
array_larger if:29,29,29
array_le if:2l,29,29
array_length if:37,29,37
array_lower if:37,29,37
array_lt if:2l,29,29
array_ndims if:37,29
array_ne if:2l,29,29
array_out sf:2u,29
array_position if:37,2b,2a if:37,2b,2a,37
array_positions if:l,2b,2a
array_prepend if:2b,2a,2b
array_remove if:2b,2b,2a
array_replace if:2b,2b,2a,2a
array_reverse if:29,29
array_sample vf:29,29,37
array_send sf:2o,29
array_shuffle vf:29,29
array_smaller if:29,29,29
array_sort if:29,29 if:29,29,2l if:29,29,2l,2l
array_to_json sf:3f,29 sf:3f,29,2l
array_to_string sf:4k,29,4k,4k sf:4k,29,4k
array_to_tsvector if:4x,1o
array_upper if:37,29,37
arraycontained if:2l,29,29
arraycontains if:2l,29,29
arrayoverlap if:2l,29,29
ascii if:37,4k
asin if:31,31
asind if:31,31
asinh if:31,31
atan if:31,31
atan2 if:31,31,31
atan2d if:31,31,31
atand if:31,31
atanh if:31,31
avg ia:3p,3a ia:3p,37 ia:3p,35 ia:3p,3p ia:31,30 ia:31,31 ia:3e,3e
binary_upgrade_add_sub_rel_state vf:53,4k,3s,2p,3z
binary_upgrade_create_empty_extension vf:53,4k,4k,2l,4k,14,1o,1o
binary_upgrade_logical_slot_has_caught_up vf:2l,3o
binary_upgrade_replorigin_advance vf:53,4k,3z
binary_upgrade_set_missing_value vf:53,3s,4k,4k
binary_upgrade_set_next_array_pg_type_oid vf:53,3s
binary_upgrade_set_next_heap_pg_class_oid vf:53,3s
binary_upgrade_set_next_heap_relfilenode vf:53,3s
binary_upgrade_set_next_index_pg_class_oid vf:53,3s
binary_upgrade_set_next_index_relfilenode vf:53,3s
binary_upgrade_set_next_multirange_array_pg_type_oid vf:53,3s
binary_upgrade_set_next_multirange_pg_type_oid vf:53,3s
binary_upgrade_set_next_pg_authid_oid vf:53,3s
binary_upgrade_set_next_pg_enum_oid vf:53,3s
binary_upgrade_set_next_pg_tablespace_oid vf:53,3s
binary_upgrade_set_next_pg_type_oid vf:53,3s
binary_upgrade_set_next_toast_pg_class_oid vf:53,3s
binary_upgrade_set_next_toast_relfilenode vf:53,3s
binary_upgrade_set_record_init_privs vf:53,2l
bit if:2k,37,37 if:2k,2k,37,2l if:2k,3a,37
bit_and ia:35,35 ia:37,37 ia:3a,3a ia:2k,2k
bit_count if:3a,2k if:3a,2o
bit_in if:2k,2u,3s,37
bit_length if:37,2o if:37,4k if:37,2k
bit_or ia:35,35 ia:37,37 ia:3a,3a ia:2k,2k
bit_out if:2u,2k
bit_send if:2o,2k
bit_xor ia:35,35 ia:37,37 ia:3a,3a ia:2k,2k
bitand if:2k,2k,2k
bitcat if:51,51,51
bitcmp if:37,2k,2k
biteq if:2l,2k,2k
bitge if:2l,2k,2k
bitgt if:2l,2k,2k
bitle if:2l,2k,2k
bitlt if:2l,2k,2k
bitne if:2l,2k,2k
bitnot if:2k,2k
bitor if:2k,2k,2k
bitshiftleft if:2k,2k,37
bitshiftright if:2k,2k,37
bittypmodin if:37,b
bittypmodout if:2u,37
bitxor if:2k,2k,2k
bool if:2l,37 if:2l,3g
bool_and ia:2l,2l
bool_or ia:2l,2l
booland_statefunc if:2l,2l,2l
booleq if:2l,2l,2l
boolge if:2l,2l,2l
boolgt if:2l,2l,2l
boolin if:2l,2u
boolle if:2l,2l,2l
boollt if:2l,2l,2l
boolne if:2l,2l,2l
boolor_statefunc if:2l,2l,2l
boolout if:2u,2l
boolsend if:2o,2l
bound_box if:2m,2m,2m
box if:2m,44,44 if:2m,45 if:2m,2s if:2m,44
box_above if:2l,2m,2m
box_above_eq if:2l,2m,2m
box_add if:2m,2m,44
box_below if:2l,2m,2m
box_below_eq if:2l,2m,2m
box_center if:44,2m
box_contain if:2l,2m,2m
box_contain_pt if:2l,2m,44
box_contained if:2l,2m,2m
box_distance if:31,2m,2m
box_div if:2m,2m,44
box_eq if:2l,2m,2m
box_ge if:2l,2m,2m
box_gt if:2l,2m,2m
box_in if:2m,2u
box_intersect if:2m,2m,2m
box_le if:2l,2m,2m
box_left if:2l,2m,2m
box_lt if:2l,2m,2m
box_mul if:2m,2m,44
box_out if:2u,2m
box_overabove if:2l,2m,2m
box_overbelow if:2l,2m,2m
box_overlap if:2l,2m,2m
box_overleft if:2l,2m,2m
box_overright if:2l,2m,2m
box_right if:2l,2m,2m
box_same if:2l,2m,2m
box_send if:2o,2m
box_sub if:2m,2m,44
bpchar if:2n,3o if:2n,2n,37,2l if:2n,2p
bpchar_larger if:2n,2n,2n
bpchar_pattern_ge if:2l,2n,2n
bpchar_pattern_gt if:2l,2n,2n
bpchar_pattern_le if:2l,2n,2n
bpchar_pattern_lt if:2l,2n,2n
bpchar_smaller if:2n,2n,2n
bpcharcmp if:37,2n,2n
bpchareq if:2l,2n,2n
bpcharge if:2l,2n,2n
bpchargt if:2l,2n,2n
bpchariclike if:2l,2n,4k
bpcharicnlike if:2l,2n,4k
bpcharicregexeq if:2l,2n,4k
bpcharicregexne if:2l,2n,4k
bpcharin if:2n,2u,3s,37
bpcharle if:2l,2n,2n
bpcharlike if:2l,2n,4k
bpcharlt if:2l,2n,2n
bpcharne if:2l,2n,2n
bpcharnlike if:2l,2n,4k
bpcharout if:2u,2n
bpcharregexeq if:2l,2n,4k
bpcharregexne if:2l,2n,4k
bpcharsend sf:2o,2n
bpchartypmodin if:37,b
bpchartypmodout if:2u,37
brin_bloom_summary_in if:3v,2u
brin_bloom_summary_out if:2u,3v
brin_bloom_summary_send sf:2o,3v
brin_desummarize_range vf:53,48,3a
brin_minmax_multi_summary_in if:3w,2u
brin_minmax_multi_summary_out if:2u,3w
brin_minmax_multi_summary_send sf:2o,3w
brin_summarize_new_values vf:37,48
brin_summarize_range vf:37,48,3a
broadcast if:34,34
btarraycmp if:37,29,29
btboolcmp if:37,2l,2l
btbpchar_pattern_cmp if:37,2n,2n
btcharcmp if:37,2p,2p
btequalimage if:2l,3s
btfloat48cmp if:37,30,31
btfloat4cmp if:37,30,30
btfloat84cmp if:37,31,30
btfloat8cmp if:37,31,31
btint24cmp if:37,35,37
btint28cmp if:37,35,3a
btint2cmp if:37,35,35
btint42cmp if:37,37,35
btint48cmp if:37,37,3a
btint4cmp if:37,37,37
btint82cmp if:37,3a,35
btint84cmp if:37,3a,37
btint8cmp if:37,3a,3a
btnamecmp if:37,3o,3o
btnametextcmp if:37,3o,4k
btoidcmp if:37,3s,3s
btoidvectorcmp if:37,3t,3t
btrecordcmp if:37,46,46
btrecordimagecmp if:37,46,46
btrim if:4k,4k,4k if:4k,4k if:2o,2o,2o
bttext_pattern_cmp if:37,4k,4k
bttextcmp if:37,4k,4k
bttextnamecmp if:37,4k,3o
bttidcmp if:37,4l,4l
btvarstrequalimage if:2l,3s
bytea if:2o,35 if:2o,37 if:2o,3a
bytea_larger if:2o,2o,2o
bytea_smaller if:2o,2o,2o
byteacat if:2o,2o,2o
byteacmp if:37,2o,2o
byteaeq if:2l,2o,2o
byteage if:2l,2o,2o
byteagt if:2l,2o,2o
byteain if:2o,2u
byteale if:2l,2o,2o
bytealike if:2l,2o,2o
bytealt if:2l,2o,2o
byteane if:2l,2o,2o
byteanlike if:2l,2o,2o
byteaout if:2u,2o
byteasend if:2o,2o
cardinality if:37,29
casefold if:4k,4k
cash_cmp if:37,3n,3n
cash_div_cash if:31,3n,3n
cash_div_flt4 if:3n,3n,30
cash_div_flt8 if:3n,3n,31
cash_div_int2 if:3n,3n,35
cash_div_int4 if:3n,3n,37
cash_div_int8 if:3n,3n,3a
cash_eq if:2l,3n,3n
cash_ge if:2l,3n,3n
cash_gt if:2l,3n,3n
cash_in sf:3n,2u
cash_le if:2l,3n,3n
cash_lt if:2l,3n,3n
cash_mi if:3n,3n,3n
cash_mul_flt4 if:3n,3n,30
cash_mul_flt8 if:3n,3n,31
cash_mul_int2 if:3n,3n,35
cash_mul_int4 if:3n,3n,37
cash_mul_int8 if:3n,3n,3a
cash_ne if:2l,3n,3n
cash_out sf:2u,3n
cash_pl if:3n,3n,3n
cash_send if:2o,3n
cash_words if:4k,3n
cashlarger if:3n,3n,3n
cashsmaller if:3n,3n,3n
cbrt if:31,31
ceil if:3p,3p if:31,31
ceiling if:3p,3p if:31,31
center if:44,2m if:44,2s
char if:2p,37 if:2p,4k
char_length if:37,2n if:37,4k
character_length if:37,2n if:37,4k
chareq if:2l,2p,2p
charge if:2l,2p,2p
chargt if:2l,2p,2p
charin if:2p,2u
charle if:2l,2p,2p
charlt if:2l,2p,2p
charne if:2l,2p,2p
charout if:2u,2p
charsend if:2o,2p
chr if:4k,37
cideq if:2l,2q,2q
cidin if:2q,2u
cidout if:2u,2q
cidr if:2r,34
cidr_in if:2r,2u
cidr_out if:2u,2r
cidr_send if:2o,2r
cidsend if:2o,2q
circle if:2s,44,31 if:2s,45 if:2s,2m
circle_above if:2l,2s,2s
circle_add_pt if:2s,2s,44
circle_below if:2l,2s,2s
circle_center if:44,2s
circle_contain if:2l,2s,2s
circle_contain_pt if:2l,2s,44
circle_contained if:2l,2s,2s
circle_distance if:31,2s,2s
circle_div_pt if:2s,2s,44
circle_eq if:2l,2s,2s
circle_ge if:2l,2s,2s
circle_gt if:2l,2s,2s
circle_in if:2s,2u
circle_le if:2l,2s,2s
circle_left if:2l,2s,2s
circle_lt if:2l,2s,2s
circle_mul_pt if:2s,2s,44
circle_ne if:2l,2s,2s
circle_out if:2u,2s
circle_overabove if:2l,2s,2s
circle_overbelow if:2l,2s,2s
circle_overlap if:2l,2s,2s
circle_overleft if:2l,2s,2s
circle_overright if:2l,2s,2s
circle_right if:2l,2s,2s
circle_same if:2l,2s,2s
circle_send if:2o,2s
circle_sub_pt if:2s,2s,44
clock_timestamp vf:4o
close_ls if:44,3j,3k
close_lseg if:44,3k,3k
close_pb if:44,44,2m
close_pl if:44,44,3j
close_ps if:44,44,3k
close_sb if:44,3k,2m
col_description sf:4k,3s,37
concat sf+:4k,28
concat_ws sf+:4k,4k,28
convert sf:2o,2o,3o,3o
convert_from sf:4k,2o,3o
convert_to sf:2o,4k,3o
corr ia:31,31,31
cos if:31,31
cosd if:31,31
cosh if:31,31
cot if:31,31
cotd if:31,31
count ia:3a,28 ia:3a
covar_pop ia:31,31,31
covar_samp ia:31,31,31
crc32 if:3a,2o
crc32c if:3a,2o
cstring_in if:2u,2u
cstring_out if:2u,2u
cstring_send sf:2o,2u
cume_dist iw:31 ia+:31,28
current_database sf:3o
current_query vf:4k
current_schema sf:3o
current_schemas sf:10,2l
current_setting sf:4k,4k sf:4k,4k,2l
current_user sf:3o
currtid2 vf:4l,4k,4l
currval vf:3a,48
cursor_to_xml vf:56,47,37,2l,2l,4k
cursor_to_xmlschema vf:56,47,2l,2l,4k
database_to_xml sf:56,2l,2l,4k
database_to_xml_and_xmlschema sf:56,2l,2l,4k
database_to_xmlschema sf:56,2l,2l,4k
date sf:2v,4o if:2v,4n
date_add sf:4o,4o,3e if:4o,4o,3e,4k
date_bin if:4n,3e,4n,4n if:4o,3e,4o,4o
date_cmp if:37,2v,2v
date_cmp_timestamp if:37,2v,4n
date_cmp_timestamptz sf:37,2v,4o
date_eq if:2l,2v,2v
date_eq_timestamp if:2l,2v,4n
date_eq_timestamptz sf:2l,2v,4o
date_ge if:2l,2v,2v
date_ge_timestamp if:2l,2v,4n
date_ge_timestamptz sf:2l,2v,4o
date_gt if:2l,2v,2v
date_gt_timestamp if:2l,2v,4n
date_gt_timestamptz sf:2l,2v,4o
date_in sf:2v,2u
date_larger if:2v,2v,2v
date_le if:2l,2v,2v
date_le_timestamp if:2l,2v,4n
date_le_timestamptz sf:2l,2v,4o
date_lt if:2l,2v,2v
date_lt_timestamp if:2l,2v,4n
date_lt_timestamptz sf:2l,2v,4o
date_mi if:37,2v,2v
date_mi_interval if:4n,2v,3e
date_mii if:2v,2v,37
date_ne if:2l,2v,2v
date_ne_timestamp if:2l,2v,4n
date_ne_timestamptz sf:2l,2v,4o
date_out sf:2u,2v
date_part sf:31,4k,4o if:31,4k,3e if:31,4k,4p if:31,4k,2v if:31,4k,4m if:31,4k,4n
date_pl_interval if:4n,2v,3e
date_pli if:2v,2v,37
date_send if:2o,2v
date_smaller if:2v,2v,2v
date_subtract sf:4o,4o,3e if:4o,4o,3e,4k
date_trunc sf:4o,4k,4o if:3e,4k,3e if:4o,4k,4o,4k if:4n,4k,4n
datemultirange if:2w if:2w,2x if+:2w,e
daterange if:2x,2v,2v if:2x,2v,2v,4k
daterange_canonical if:2x,2x
daterange_subdiff if:31,2v,2v
datetime_pl if:4n,2v,4m
datetimetz_pl if:4o,2v,4p
dcbrt if:31,31
decode if:2o,4k,4k
degrees if:31,31
dense_rank iw:3a ia+:3a,28
dexp if:31,31
diagonal if:3k,2m
diameter if:31,2s
dist_bp if:31,2m,44
dist_bs if:31,2m,3k
dist_cpoint if:31,2s,44
dist_cpoly if:31,2s,45
dist_lp if:31,3j,44
dist_ls if:31,3j,3k
dist_pathp if:31,3u,44
dist_pb if:31,44,2m
dist_pc if:31,44,2s
dist_pl if:31,44,3j
dist_polyc if:31,45,2s
dist_polyp if:31,45,44
dist_ppath if:31,44,3u
dist_ppoly if:31,44,45
dist_ps if:31,44,3k
dist_sb if:31,3k,2m
dist_sl if:31,3k,3j
dist_sp if:31,3k,44
div if:3p,3p,3p
dlog1 if:31,31
dlog10 if:31,31
domain_in sf:28,2u,3s,37
dpow if:31,31,31
dround if:31,31
dsqrt if:31,31
dtrunc if:31,31
elem_contained_by_multirange if:2l,2f,2h
elem_contained_by_range if:2l,2f,2j
encode if:4k,2o,4k
enum_cmp if:37,2g,2g
enum_eq if:2l,2g,2g
enum_first sf:2g,2g
enum_ge if:2l,2g,2g
enum_gt if:2l,2g,2g
enum_in sf:2g,2u,3s
enum_larger if:2g,2g,2g
enum_last sf:2g,2g
enum_le if:2l,2g,2g
enum_lt if:2l,2g,2g
enum_ne if:2l,2g,2g
enum_out sf:2u,2g
enum_range sf:29,2g,2g sf:29,2g
enum_send sf:2o,2g
enum_smaller if:2g,2g,2g
erf if:31,31
erfc if:31,31
event_trigger_out if:2u,2y
every ia:2l,2l
exp if:31,31 if:3p,3p
extract if:3p,4k,2v if:3p,4k,4m if:3p,4k,4p if:3p,4k,4n sf:3p,4k,4o if:3p,4k,3e
factorial if:3p,3a
family if:37,34
fdw_handler_out if:2u,2z
first_value iw:2f,2f
float4 if:30,35 if:30,31 if:30,37 if:30,3a if:30,3p if:30,3g
float48div if:31,30,31
float48eq if:2l,30,31
float48ge if:2l,30,31
float48gt if:2l,30,31
float48le if:2l,30,31
float48lt if:2l,30,31
float48mi if:31,30,31
float48mul if:31,30,31
float48ne if:2l,30,31
float48pl if:31,30,31
float4_accum if:g,g,30
float4abs if:30,30
float4div if:30,30,30
float4eq if:2l,30,30
float4ge if:2l,30,30
float4gt if:2l,30,30
float4in if:30,2u
float4larger if:30,30,30
float4le if:2l,30,30
float4lt if:2l,30,30
float4mi if:30,30,30
float4mul if:30,30,30
float4ne if:2l,30,30
float4out if:2u,30
float4pl if:30,30,30
float4send if:2o,30
float4smaller if:30,30,30
float4um if:30,30
float4up if:30,30
float8 if:31,35 if:31,30 if:31,37 if:31,3a if:31,3p if:31,3g
float84div if:31,31,30
float84eq if:2l,31,30
float84ge if:2l,31,30
float84gt if:2l,31,30
float84le if:2l,31,30
float84lt if:2l,31,30
float84mi if:31,31,30
float84mul if:31,31,30
float84ne if:2l,31,30
float84pl if:31,31,30
float8_accum if:g,g,31
float8_avg if:31,g
float8_combine if:g,g,g
float8_corr if:31,g
float8_covar_pop if:31,g
float8_covar_samp if:31,g
float8_regr_accum if:g,g,31,31
float8_regr_avgx if:31,g
float8_regr_avgy if:31,g
float8_regr_combine if:g,g,g
float8_regr_intercept if:31,g
float8_regr_r2 if:31,g
float8_regr_slope if:31,g
float8_regr_sxx if:31,g
float8_regr_sxy if:31,g
float8_regr_syy if:31,g
float8_stddev_pop if:31,g
float8_stddev_samp if:31,g
float8_var_pop if:31,g
float8_var_samp if:31,g
float8abs if:31,31
float8div if:31,31,31
float8eq if:2l,31,31
float8ge if:2l,31,31
float8gt if:2l,31,31
float8in if:31,2u
float8larger if:31,31,31
float8le if:2l,31,31
float8lt if:2l,31,31
float8mi if:31,31,31
float8mul if:31,31,31
float8ne if:2l,31,31
float8out if:2u,31
float8pl if:31,31,31
float8send if:2o,31
float8smaller if:31,31,31
float8um if:31,31
float8up if:31,31
floor if:3p,3p if:31,31
flt4_mul_cash if:3n,30,3n
flt8_mul_cash if:3n,31,3n
fmgr_c_validator sf:53,3s
fmgr_internal_validator sf:53,3s
fmgr_sql_validator sf:53,3s
format sf+:4k,4k,28 sf:4k,4k
format_type sf:4k,3s,37
gamma if:31,31
gcd if:37,37,37 if:3a,3a,3a if:3p,3p,3p
gen_random_uuid vf:50
generate_series if*:4n,4n,4n,3e sf*:4o,4o,4o,3e if*:37,37,37,37 if*:37,37,37 if*:3a,3a,3a,3a if*:3a,3a,3a if*:3p,3p,3p,3p if*:3p,3p,3p if*:4o,4o,4o,3e,4k
generate_subscripts if*:37,29,37,2l if*:37,29,37
get_bit if:37,2o,3a if:37,2k,37
get_byte if:37,2o,37
get_current_ts_config sf:4a
getdatabaseencoding sf:3o
getpgusername sf:3o
gin_clean_pending_list vf:3a,48
gin_cmp_tslexeme if:37,4k,4k
gin_compare_jsonb if:37,4k,4k
gist_translate_cmptype_common if:35,37
gtsvectorin if:32,2u
gtsvectorout if:2u,32
has_any_column_privilege sf:2l,3o,4k,4k sf:2l,3o,3s,4k sf:2l,3s,4k,4k sf:2l,3s,3s,4k sf:2l,4k,4k sf:2l,3s,4k
has_column_privilege sf:2l,3o,4k,4k,4k sf:2l,3o,4k,35,4k sf:2l,3o,3s,4k,4k sf:2l,3o,3s,35,4k sf:2l,3s,4k,4k,4k sf:2l,3s,4k,35,4k sf:2l,3s,3s,4k,4k sf:2l,3s,3s,35,4k sf:2l,4k,4k,4k sf:2l,4k,35,4k sf:2l,3s,4k,4k sf:2l,3s,35,4k
has_database_privilege sf:2l,3o,4k,4k sf:2l,3o,3s,4k sf:2l,3s,4k,4k sf:2l,3s,3s,4k sf:2l,4k,4k sf:2l,3s,4k
has_foreign_data_wrapper_privilege sf:2l,3o,4k,4k sf:2l,3o,3s,4k sf:2l,3s,4k,4k sf:2l,3s,3s,4k sf:2l,4k,4k sf:2l,3s,4k
has_function_privilege sf:2l,3o,4k,4k sf:2l,3o,3s,4k sf:2l,3s,4k,4k sf:2l,3s,3s,4k sf:2l,4k,4k sf:2l,3s,4k
has_language_privilege sf:2l,3o,4k,4k sf:2l,3o,3s,4k sf:2l,3s,4k,4k sf:2l,3s,3s,4k sf:2l,4k,4k sf:2l,3s,4k
has_largeobject_privilege sf:2l,3o,3s,4k sf:2l,3s,4k sf:2l,3s,3s,4k
has_parameter_privilege sf:2l,3o,4k,4k sf:2l,3s,4k,4k sf:2l,4k,4k
has_schema_privilege sf:2l,3o,4k,4k sf:2l,3o,3s,4k sf:2l,3s,4k,4k sf:2l,3s,3s,4k sf:2l,4k,4k sf:2l,3s,4k
has_sequence_privilege sf:2l,3o,4k,4k sf:2l,3o,3s,4k sf:2l,3s,4k,4k sf:2l,3s,3s,4k sf:2l,4k,4k sf:2l,3s,4k
has_server_privilege sf:2l,3o,4k,4k sf:2l,3o,3s,4k sf:2l,3s,4k,4k sf:2l,3s,3s,4k sf:2l,4k,4k sf:2l,3s,4k
has_table_privilege sf:2l,3o,4k,4k sf:2l,3o,3s,4k sf:2l,3s,4k,4k sf:2l,3s,3s,4k sf:2l,4k,4k sf:2l,3s,4k
has_tablespace_privilege sf:2l,3o,4k,4k sf:2l,3o,3s,4k sf:2l,3s,4k,4k sf:2l,3s,3s,4k sf:2l,4k,4k sf:2l,3s,4k
has_type_privilege sf:2l,3o,4k,4k sf:2l,3o,3s,4k sf:2l,3s,4k,4k sf:2l,3s,3s,4k sf:2l,4k,4k sf:2l,3s,4k
hash_aclitem if:37,27
hash_aclitem_extended if:3a,27,3a
hash_array if:37,29
hash_array_extended if:3a,29,3a
hash_multirange if:37,2h
hash_multirange_extended if:3a,2h,3a
hash_numeric if:37,3p
hash_numeric_extended if:3a,3p,3a
hash_range if:37,2j
hash_range_extended if:3a,2j,3a
hash_record if:37,46
hash_record_extended if:3a,46,3a
hashbool if:37,2l
hashboolextended if:3a,2l,3a
hashbpchar if:37,2n
hashbpcharextended if:3a,2n,3a
hashbytea if:37,2o
hashbyteaextended if:3a,2o,3a
hashchar if:37,2p
hashcharextended if:3a,2p,3a
hashcid if:37,2q
hashcidextended if:3a,2q,3a
hashdate if:37,2v
hashdateextended if:3a,2v,3a
hashenum if:37,2g
hashenumextended if:3a,2g,3a
hashfloat4 if:37,30
hashfloat4extended if:3a,30,3a
hashfloat8 if:37,31
hashfloat8extended if:3a,31,3a
hashinet if:37,34
hashinetextended if:3a,34,3a
hashint2 if:37,35
hashint2extended if:3a,35,3a
hashint4 if:37,37
hashint4extended if:3a,37,3a
hashint8 if:37,3a
hashint8extended if:3a,3a,3a
hashmacaddr if:37,3l
hashmacaddr8 if:37,3m
hashmacaddr8extended if:3a,3m,3a
hashmacaddrextended if:3a,3l,3a
hashname if:37,3o
hashnameextended if:3a,3o,3a
hashoid if:37,3s
hashoidextended if:3a,3s,3a
hashoidvector if:37,3t
hashoidvectorextended if:3a,3t,3a
hashtext if:37,4k
hashtextextended if:3a,4k,3a
hashtid if:37,4l
hashtidextended if:3a,4l,3a
hashxid if:37,54
hashxid8 if:37,55
hashxid8extended if:3a,55,3a
hashxidextended if:3a,54,3a
height if:31,2m
host if:4k,34
hostmask if:34,34
icu_unicode_version if:4k
in_range if:2l,3a,3a,3a,2l,2l if:2l,37,37,3a,2l,2l if:2l,37,37,37,2l,2l if:2l,37,37,35,2l,2l if:2l,35,35,3a,2l,2l if:2l,35,35,37,2l,2l if:2l,35,35,35,2l,2l if:2l,2v,2v,3e,2l,2l if:2l,4n,4n,3e,2l,2l sf:2l,4o,4o,3e,2l,2l if:2l,3e,3e,3e,2l,2l if:2l,4m,4m,3e,2l,2l if:2l,4p,4p,3e,2l,2l if:2l,31,31,31,2l,2l if:2l,30,30,31,2l,2l if:2l,3p,3p,3p,2l,2l
index_am_handler_out if:2u,33
inet_client_addr sf:34
inet_client_port sf:37
inet_in if:34,2u
inet_merge if:2r,34,34
inet_out if:2u,34
inet_same_family if:2l,34,34
inet_send if:2o,34
inet_server_addr sf:34
inet_server_port sf:37
inetand if:34,34,34
inetmi if:3a,34,34
inetmi_int8 if:34,34,3a
inetnot if:34,34
inetor if:34,34,34
inetpl if:34,34,3a
initcap if:4k,4k
int2 if:35,31 if:35,30 if:35,37 if:35,3a if:35,3p if:35,3g if:35,2o
int24div if:37,35,37
int24eq if:2l,35,37
int24ge if:2l,35,37
int24gt if:2l,35,37
int24le if:2l,35,37
int24lt if:2l,35,37
int24mi if:37,35,37
int24mul if:37,35,37
int24ne if:2l,35,37
int24pl if:37,35,37
int28div if:3a,35,3a
int28eq if:2l,35,3a
int28ge if:2l,35,3a
int28gt if:2l,35,3a
int28le if:2l,35,3a
int28lt if:2l,35,3a
int28mi if:3a,35,3a
int28mul if:3a,35,3a
int28ne if:2l,35,3a
int28pl if:3a,35,3a
int2_avg_accum if:o,o,35
int2_avg_accum_inv if:o,o,35
int2_mul_cash if:3n,35,3n
int2_sum if:3a,3a,35
int2abs if:35,35
int2and if:35,35,35
int2div if:35,35,35
int2eq if:2l,35,35
int2ge if:2l,35,35
int2gt if:2l,35,35
int2in if:35,2u
int2int4_sum if:3a,o
int2larger if:35,35,35
int2le if:2l,35,35
int2lt if:2l,35,35
int2mi if:35,35,35
int2mod if:35,35,35
int2mul if:35,35,35
int2ne if:2l,35,35
int2not if:35,35
int2or if:35,35,35
int2out if:2u,35
int2pl if:35,35,35
int2send if:2o,35
int2shl if:35,35,37
int2shr if:35,35,37
int2smaller if:35,35,35
int2um if:35,35
int2up if:35,35
int2vectorin if:36,2u
int2vectorout if:2u,36
int2vectorsend if:2o,36
int2xor if:35,35,35
int4 if:37,2p if:37,35 if:37,31 if:37,30 if:37,3a if:37,2k if:37,3p if:37,2l if:37,3g if:37,2o
int42div if:37,37,35
int42eq if:2l,37,35
int42ge if:2l,37,35
int42gt if:2l,37,35
int42le if:2l,37,35
int42lt if:2l,37,35
int42mi if:37,37,35
int42mul if:37,37,35
int42ne if:2l,37,35
int42pl if:37,37,35
int48div if:3a,37,3a
int48eq if:2l,37,3a
int48ge if:2l,37,3a
int48gt if:2l,37,3a
int48le if:2l,37,3a
int48lt if:2l,37,3a
int48mi if:3a,37,3a
int48mul if:3a,37,3a
int48ne if:2l,37,3a
int48pl if:3a,37,3a
int4_avg_accum if:o,o,37
int4_avg_accum_inv if:o,o,37
int4_avg_combine if:o,o,o
int4_mul_cash if:3n,37,3n
int4_sum if:3a,3a,37
int4abs if:37,37
int4and if:37,37,37
int4div if:37,37,37
int4eq if:2l,37,37
int4ge if:2l,37,37
int4gt if:2l,37,37
int4in if:37,2u
int4inc if:37,37
int4larger if:37,37,37
int4le if:2l,37,37
int4lt if:2l,37,37
int4mi if:37,37,37
int4mod if:37,37,37
int4mul if:37,37,37
int4multirange if:38 if:38,39 if+:38,n
int4ne if:2l,37,37
int4not if:37,37
int4or if:37,37,37
int4out if:2u,37
int4pl if:37,37,37
int4range if:39,37,37 if:39,37,37,4k
int4range_canonical if:39,39
int4range_subdiff if:31,37,37
int4send if:2o,37
int4shl if:37,37,37
int4shr if:37,37,37
int4smaller if:37,37,37
int4um if:37,37
int4up if:37,37
int4xor if:37,37,37
int8 if:3a,37 if:3a,31 if:3a,30 if:3a,35 if:3a,3s if:3a,3p if:3a,2k if:3a,3g if:3a,2o
int82div if:3a,3a,35
int82eq if:2l,3a,35
int82ge if:2l,3a,35
int82gt if:2l,3a,35
int82le if:2l,3a,35
int82lt if:2l,3a,35
int82mi if:3a,3a,35
int82mul if:3a,3a,35
int82ne if:2l,3a,35
int82pl if:3a,3a,35
int84div if:3a,3a,37
int84eq if:2l,3a,37
int84ge if:2l,3a,37
int84gt if:2l,3a,37
int84le if:2l,3a,37
int84lt if:2l,3a,37
int84mi if:3a,3a,37
int84mul if:3a,3a,37
int84ne if:2l,3a,37
int84pl if:3a,3a,37
int8_avg if:3p,o
int8_mul_cash if:3n,3a,3n
int8_sum if:3p,3p,3a
int8abs if:3a,3a
int8and if:3a,3a,3a
int8dec if:3a,3a
int8dec_any if:3a,3a,28
int8div if:3a,3a,3a
int8eq if:2l,3a,3a
int8ge if:2l,3a,3a
int8gt if:2l,3a,3a
int8in if:3a,2u
int8inc if:3a,3a
int8inc_any if:3a,3a,28
int8inc_float8_float8 if:3a,3a,31,31
int8larger if:3a,3a,3a
int8le if:2l,3a,3a
int8lt if:2l,3a,3a
int8mi if:3a,3a,3a
int8mod if:3a,3a,3a
int8mul if:3a,3a,3a
int8multirange if:3b if:3b,3c if+:3b,q
int8ne if:2l,3a,3a
int8not if:3a,3a
int8or if:3a,3a,3a
int8out if:2u,3a
int8pl if:3a,3a,3a
int8pl_inet if:34,3a,34
int8range if:3c,3a,3a if:3c,3a,3a,4k
int8range_canonical if:3c,3c
int8range_subdiff if:31,3a,3a
int8send if:2o,3a
int8shl if:3a,3a,37
int8shr if:3a,3a,37
int8smaller if:3a,3a,3a
int8um if:3a,3a
int8up if:3a,3a
int8xor if:3a,3a,3a
integer_pl_date if:2v,37,2v
inter_lb if:2l,3j,2m
inter_sb if:2l,3k,2m
inter_sl if:2l,3k,3j
interval if:3e,3e,37 if:3e,4m
interval_cmp if:37,3e,3e
interval_div if:3e,3e,31
interval_eq if:2l,3e,3e
interval_ge if:2l,3e,3e
interval_gt if:2l,3e,3e
interval_hash if:37,3e
interval_hash_extended if:3a,3e,3a
interval_in sf:3e,2u,3s,37
interval_larger if:3e,3e,3e
interval_le if:2l,3e,3e
interval_lt if:2l,3e,3e
interval_mi if:3e,3e,3e
interval_mul if:3e,3e,31
interval_ne if:2l,3e,3e
interval_out sf:2u,3e
interval_pl if:3e,3e,3e
interval_pl_date if:4n,3e,2v
interval_pl_time if:4m,3e,4m
interval_pl_timestamp if:4n,3e,4n
interval_pl_timestamptz sf:4o,3e,4o
interval_pl_timetz if:4p,3e,4p
interval_send if:2o,3e
interval_smaller if:3e,3e,3e
interval_um if:3e,3e
intervaltypmodin if:37,b
intervaltypmodout if:2u,37
is_normalized if-1:2l,4k,4k
isclosed if:2l,3u
isempty if:2l,2j if:2l,2h
isfinite if:2l,2v if:2l,4o if:2l,3e if:2l,4n
ishorizontal if:2l,44,44 if:2l,3k if:2l,3j
isopen if:2l,3u
isparallel if:2l,3k,3k if:2l,3j,3j
isperp if:2l,3k,3k if:2l,3j,3j
isvertical if:2l,44,44 if:2l,3k if:2l,3j
json_agg sa:3f,2f
json_agg_strict sa:3f,2f
json_array_element if:3f,3f,37
json_array_element_text if:4k,3f,37
json_array_elements if*:3f,3f
json_array_elements_text if*:4k,3f
json_array_length if:37,3f
json_build_array sf+:3f,28 sf:3f
json_build_object sf+:3f,28 sf:3f
json_each if*:46,3f
json_each_text if*:46,3f
json_extract_path if+:3f,3f,1o
json_extract_path_text if+:4k,3f,1o
json_in if:3f,2u
json_object if:3f,1o if:3f,1o,1o
json_object_agg sa:3f,28,28
json_object_agg_strict sa:3f,28,28
json_object_agg_unique sa:3f,28,28
json_object_agg_unique_strict sa:3f,28,28
json_object_field if:3f,3f,4k
json_object_field_text if:4k,3f,4k
json_object_keys if*:4k,3f
json_out if:2u,3f
json_populate_record sf-1:2f,2f,3f,2l
json_populate_recordset sf*-1:2f,2f,3f,2l
json_send if:2o,3f
json_strip_nulls if-1:3f,3f,2l
json_to_record sf:46,3f
json_to_recordset sf*:46,3f
json_to_tsvector sf:4x,3f,3g if:4x,4a,3f,3g
json_typeof if:4k,3f
jsonb_agg sa:3g,2f
jsonb_agg_strict sa:3g,2f
jsonb_array_element if:3g,3g,37
jsonb_array_element_text if:4k,3g,37
jsonb_array_elements if*:3g,3g
jsonb_array_elements_text if*:4k,3g
jsonb_array_length if:37,3g
jsonb_build_array sf+:3g,28 sf:3g
jsonb_build_object sf+:3g,28 sf:3g
jsonb_cmp if:37,3g,3g
jsonb_concat if:3g,3g,3g
jsonb_contained if:2l,3g,3g
jsonb_contains if:2l,3g,3g
jsonb_delete if:3g,3g,4k if:3g,3g,37 if+:3g,3g,1o
jsonb_delete_path if:3g,3g,1o
jsonb_each if*:46,3g
jsonb_each_text if*:46,3g
jsonb_eq if:2l,3g,3g
jsonb_exists if:2l,3g,4k
jsonb_exists_all if:2l,3g,1o
jsonb_exists_any if:2l,3g,1o
jsonb_extract_path if+:3g,3g,1o
jsonb_extract_path_text if+:4k,3g,1o
jsonb_ge if:2l,3g,3g
jsonb_gt if:2l,3g,3g
jsonb_hash if:37,3g
jsonb_hash_extended if:3a,3g,3a
jsonb_in if:3g,2u
jsonb_insert if-1:3g,3g,1o,3g,2l
jsonb_le if:2l,3g,3g
jsonb_lt if:2l,3g,3g
jsonb_ne if:2l,3g,3g
jsonb_object if:3g,1o if:3g,1o,1o
jsonb_object_agg ia:3g,28,28
jsonb_object_agg_strict ia:3g,28,28
jsonb_object_agg_unique ia:3g,28,28
jsonb_object_agg_unique_strict ia:3g,28,28
jsonb_object_field if:3g,3g,4k
jsonb_object_field_text if:4k,3g,4k
jsonb_object_keys if*:4k,3g
jsonb_out if:2u,3g
jsonb_path_exists if-2:2l,3g,3h,3g,2l
jsonb_path_exists_opr if:2l,3g,3h
jsonb_path_exists_tz sf-2:2l,3g,3h,3g,2l
jsonb_path_match if-2:2l,3g,3h,3g,2l
jsonb_path_match_opr if:2l,3g,3h
jsonb_path_match_tz sf-2:2l,3g,3h,3g,2l
jsonb_path_query if*-2:3g,3g,3h,3g,2l
jsonb_path_query_array if-2:3g,3g,3h,3g,2l
jsonb_path_query_array_tz sf-2:3g,3g,3h,3g,2l
jsonb_path_query_first if-2:3g,3g,3h,3g,2l
jsonb_path_query_first_tz sf-2:3g,3g,3h,3g,2l
jsonb_path_query_tz sf*-2:3g,3g,3h,3g,2l
jsonb_populate_record sf:2f,2f,3g
jsonb_populate_record_valid sf:2l,2f,3g
jsonb_populate_recordset sf*:2f,2f,3g
jsonb_pretty if:4k,3g
jsonb_send if:2o,3g
jsonb_set if-1:3g,3g,1o,3g,2l
jsonb_set_lax if-2:3g,3g,1o,3g,2l,4k
jsonb_strip_nulls if-1:3g,3g,2l
jsonb_to_record sf:46,3g
jsonb_to_recordset sf*:46,3g
jsonb_to_tsvector sf:4x,3g,3g if:4x,4a,3g,3g
jsonb_typeof if:4k,3g
jsonpath_in if:3h,2u
jsonpath_out if:2u,3h
jsonpath_send if:2o,3h
justify_days if:3e,3e
justify_hours if:3e,3e
justify_interval if:3e,3e
lag iw:2f,2f iw:2f,2f,37 iw:2a,2a,37,2a
language_handler_out if:2u,3i
last_value iw:2f,2f
lastval vf:3a
lcm if:37,37,37 if:3a,3a,3a if:3p,3p,3p
lead iw:2f,2f iw:2f,2f,37 iw:2a,2a,37,2a
left if:4k,4k,37
length if:37,4k if:37,2n if:31,3k if:31,3u if:37,2k sf:37,2o,3o if:37,2o if:37,4x
lgamma if:31,31
like if:2l,4k,4k if:2l,3o,4k if:2l,2o,2o
like_escape if:4k,4k,4k if:2o,2o,2o
line if:3j,44,44
line_distance if:31,3j,3j
line_eq if:2l,3j,3j
line_horizontal if:2l,3j
line_in if:3j,2u
line_interpt if:44,3j,3j
line_intersect if:2l,3j,3j
line_out if:2u,3j
line_parallel if:2l,3j,3j
line_perp if:2l,3j,3j
line_send if:2o,3j
line_vertical if:2l,3j
ln if:31,31 if:3p,3p
lo_close vf:37,37
lo_creat vf:3s,37
lo_create vf:3s,3s
lo_export vf:37,3s,4k
lo_from_bytea vf:3s,3s,2o
lo_get vf:2o,3s vf:2o,3s,3a,37
lo_import vf:3s,4k vf:3s,4k,3s
lo_lseek vf:37,37,37,37
lo_lseek64 vf:3a,37,3a,37
lo_open vf:37,3s,37
lo_put vf:53,3s,3a,2o
lo_tell vf:37,37
lo_tell64 vf:3a,37
lo_truncate vf:37,37,37
lo_truncate64 vf:37,37,3a
lo_unlink vf:37,3s
log if:31,31 if:3p,3p,3p if:3p,3p
log10 if:31,31 if:3p,3p
loread vf:2o,37,37
lower if:4k,4k if:2f,2j if:2f,2h
lower_inc if:2l,2j if:2l,2h
lower_inf if:2l,2j if:2l,2h
lowrite vf:37,37,2o
lpad if:4k,4k,37,4k if:4k,4k,37
lseg if:3k,44,44 if:3k,2m
lseg_center if:44,3k
lseg_distance if:31,3k,3k
lseg_eq if:2l,3k,3k
lseg_ge if:2l,3k,3k
lseg_gt if:2l,3k,3k
lseg_horizontal if:2l,3k
lseg_in if:3k,2u
lseg_interpt if:44,3k,3k
lseg_intersect if:2l,3k,3k
lseg_le if:2l,3k,3k
lseg_length if:31,3k
lseg_lt if:2l,3k,3k
lseg_ne if:2l,3k,3k
lseg_out if:2u,3k
lseg_parallel if:2l,3k,3k
lseg_perp if:2l,3k,3k
lseg_send if:2o,3k
lseg_vertical if:2l,3k
ltrim if:4k,4k,4k if:4k,4k if:2o,2o,2o
macaddr if:3l,3m
macaddr8 if:3m,3l
macaddr8_and if:3m,3m,3m
macaddr8_cmp if:37,3m,3m
macaddr8_eq if:2l,3m,3m
macaddr8_ge if:2l,3m,3m
macaddr8_gt if:2l,3m,3m
macaddr8_in if:3m,2u
macaddr8_le if:2l,3m,3m
macaddr8_lt if:2l,3m,3m
macaddr8_ne if:2l,3m,3m
macaddr8_not if:3m,3m
macaddr8_or if:3m,3m,3m
macaddr8_out if:2u,3m
macaddr8_send if:2o,3m
macaddr8_set7bit if:3m,3m
macaddr_and if:3l,3l,3l
macaddr_cmp if:37,3l,3l
macaddr_eq if:2l,3l,3l
macaddr_ge if:2l,3l,3l
macaddr_gt if:2l,3l,3l
macaddr_in if:3l,2u
macaddr_le if:2l,3l,3l
macaddr_lt if:2l,3l,3l
macaddr_ne if:2l,3l,3l
macaddr_not if:3l,3l
macaddr_or if:3l,3l,3l
macaddr_out if:2u,3l
macaddr_send if:2o,3l
make_date if:2v,37,37,37
make_interval if-7:3e,37,37,37,37,37,37,31
make_time if:4m,37,37,31
make_timestamp if:4n,37,37,37,37,37,31
make_timestamptz sf:4o,37,37,37,37,37,31 sf:4o,37,37,37,37,37,31,4k
makeaclitem if:27,3s,3s,4k,2l
masklen if:37,34
max ia:29,29 ia:3a,3a ia:37,37 ia:35,35 ia:3s,3s ia:30,30 ia:31,31 ia:2v,2v ia:4m,4m ia:4p,4p ia:3n,3n ia:4n,4n ia:4o,4o ia:3e,3e ia:4k,4k ia:3p,3p ia:2n,2n ia:4l,4l ia:2g,2g ia:34,34 ia:3z,3z ia:55,55 ia:46,46 ia:2o,2o
md5 if:4k,4k if:4k,2o
min ia:29,29 ia:3a,3a ia:37,37 ia:35,35 ia:3s,3s ia:30,30 ia:31,31 ia:2v,2v ia:4m,4m ia:4p,4p ia:3n,3n ia:4n,4n ia:4o,4o ia:3e,3e ia:4k,4k ia:3p,3p ia:2n,2n ia:4l,4l ia:2g,2g ia:34,34 ia:3z,3z ia:55,55 ia:46,46 ia:2o,2o
min_scale if:37,3p
mod if:35,35,35 if:37,37,37 if:3a,3a,3a if:3p,3p,3p
mode ia:2f,2f
money sf:3n,37 sf:3n,3a sf:3n,3p
mul_d_interval if:3e,31,3e
multirange if:2h,2j
multirange_adjacent_multirange if:2l,2h,2h
multirange_adjacent_range if:2l,2h,2j
multirange_after_multirange if:2l,2h,2h
multirange_after_range if:2l,2h,2j
multirange_before_multirange if:2l,2h,2h
multirange_before_range if:2l,2h,2j
multirange_cmp if:37,2h,2h
multirange_contained_by_multirange if:2l,2h,2h
multirange_contained_by_range if:2l,2h,2j
multirange_contains_elem if:2l,2h,2f
multirange_contains_multirange if:2l,2h,2h
multirange_contains_range if:2l,2h,2j
multirange_eq if:2l,2h,2h
multirange_ge if:2l,2h,2h
multirange_gt if:2l,2h,2h
multirange_in sf:2h,2u,3s,37
multirange_intersect if:2h,2h,2h
multirange_intersect_agg_transfn if:2h,2h,2h
multirange_le if:2l,2h,2h
multirange_lt if:2l,2h,2h
multirange_minus if:2h,2h,2h
multirange_ne if:2l,2h,2h
multirange_out sf:2u,2h
multirange_overlaps_multirange if:2l,2h,2h
multirange_overlaps_range if:2l,2h,2j
multirange_overleft_multirange if:2l,2h,2h
multirange_overleft_range if:2l,2h,2j
multirange_overright_multirange if:2l,2h,2h
multirange_overright_range if:2l,2h,2j
multirange_send sf:2o,2h
multirange_union if:2h,2h,2h
mxid_age sf:37,54
name if:3o,4k if:3o,2n if:3o,52
nameconcatoid if:3o,3o,3s
nameeq if:2l,3o,3o
nameeqtext if:2l,3o,4k
namege if:2l,3o,3o
namegetext if:2l,3o,4k
namegt if:2l,3o,3o
namegttext if:2l,3o,4k
nameiclike if:2l,3o,4k
nameicnlike if:2l,3o,4k
nameicregexeq if:2l,3o,4k
nameicregexne if:2l,3o,4k
namein if:3o,2u
namele if:2l,3o,3o
nameletext if:2l,3o,4k
namelike if:2l,3o,4k
namelt if:2l,3o,3o
namelttext if:2l,3o,4k
namene if:2l,3o,3o
namenetext if:2l,3o,4k
namenlike if:2l,3o,4k
nameout if:2u,3o
nameregexeq if:2l,3o,4k
nameregexne if:2l,3o,4k
namesend sf:2o,3o
netmask if:34,34
network if:2r,34
network_cmp if:37,34,34
network_eq if:2l,34,34
network_ge if:2l,34,34
network_gt if:2l,34,34
network_larger if:34,34,34
network_le if:2l,34,34
network_lt if:2l,34,34
network_ne if:2l,34,34
network_overlap if:2l,34,34
network_smaller if:34,34,34
network_sub if:2l,34,34
network_subeq if:2l,34,34
network_sup if:2l,34,34
network_supeq if:2l,34,34
nextval vf:3a,48
normalize if-1:4k,4k,4k
notlike if:2l,4k,4k if:2l,3o,4k if:2l,2o,2o
now sf:4o
npoints if:37,3u if:37,45
nth_value iw:2f,2f,37
ntile iw:37,37
num_nonnulls if+:37,28
num_nulls if+:37,28
numeric if:3p,3p,37 if:3p,37 if:3p,30 if:3p,31 if:3p,3a if:3p,35 if:3p,3g sf:3p,3n
numeric_abs if:3p,3p
numeric_add if:3p,3p,3p
numeric_cmp if:37,3p,3p
numeric_div if:3p,3p,3p
numeric_div_trunc if:3p,3p,3p
numeric_eq if:2l,3p,3p
numeric_exp if:3p,3p
numeric_ge if:2l,3p,3p
numeric_gt if:2l,3p,3p
numeric_in if:3p,2u,3s,37
numeric_inc if:3p,3p
numeric_larger if:3p,3p,3p
numeric_le if:2l,3p,3p
numeric_ln if:3p,3p
numeric_log if:3p,3p,3p
numeric_lt if:2l,3p,3p
numeric_mod if:3p,3p,3p
numeric_mul if:3p,3p,3p
numeric_ne if:2l,3p,3p
numeric_out if:2u,3p
numeric_pl_pg_lsn if:3z,3p,3z
numeric_power if:3p,3p,3p
numeric_send if:2o,3p
numeric_smaller if:3p,3p,3p
numeric_sqrt if:3p,3p
numeric_sub if:3p,3p,3p
numeric_uminus if:3p,3p
numeric_uplus if:3p,3p
numerictypmodin if:37,b
numerictypmodout if:2u,37
nummultirange if:3q if:3q,3r if+:3q,13
numnode if:37,4t
numrange if:3r,3p,3p if:3r,3p,3p,4k
numrange_subdiff if:31,3p,3p
obj_description sf:4k,3s,3o sf:4k,3s
octet_length if:37,2o if:37,4k if:37,2n if:37,2k
oid if:3s,3a
oideq if:2l,3s,3s
oidge if:2l,3s,3s
oidgt if:2l,3s,3s
oidin if:3s,2u
oidlarger if:3s,3s,3s
oidle if:2l,3s,3s
oidlt if:2l,3s,3s
oidne if:2l,3s,3s
oidout if:2u,3s
oidsend if:2o,3s
oidsmaller if:3s,3s,3s
oidvectoreq if:2l,3t,3t
oidvectorge if:2l,3t,3t
oidvectorgt if:2l,3t,3t
oidvectorin if:3t,2u
oidvectorle if:2l,3t,3t
oidvectorlt if:2l,3t,3t
oidvectorne if:2l,3t,3t
oidvectorout if:2u,3t
oidvectorsend if:2o,3t
oidvectortypes sf:4k,3t
on_pb if:2l,44,2m
on_pl if:2l,44,3j
on_ppath if:2l,44,3u
on_ps if:2l,44,3k
on_sb if:2l,3k,2m
on_sl if:2l,3k,3j
overlaps if:2l,4p,4p,4p,4p if:2l,4o,4o,4o,4o sf:2l,4o,3e,4o,3e sf:2l,4o,4o,4o,3e sf:2l,4o,3e,4o,4o if:2l,4m,4m,4m,4m if:2l,4m,3e,4m,3e if:2l,4m,4m,4m,3e if:2l,4m,3e,4m,4m if:2l,4n,4n,4n,4n if:2l,4n,3e,4n,3e if:2l,4n,4n,4n,3e if:2l,4n,3e,4n,4n
overlay if:2o,2o,2o,37,37 if:2o,2o,2o,37 if:4k,4k,4k,37,37 if:4k,4k,4k,37 if:2k,2k,2k,37,37 if:2k,2k,2k,37
parse_ident if-1:1o,4k,2l
path if:3u,45
path_add if:3u,3u,3u
path_add_pt if:3u,3u,44
path_contain_pt if:2l,3u,44
path_distance if:31,3u,3u
path_div_pt if:3u,3u,44
path_in if:3u,2u
path_inter if:2l,3u,3u
path_length if:31,3u
path_mul_pt if:3u,3u,44
path_n_eq if:2l,3u,3u
path_n_ge if:2l,3u,3u
path_n_gt if:2l,3u,3u
path_n_le if:2l,3u,3u
path_n_lt if:2l,3u,3u
path_npoints if:37,3u
path_out if:2u,3u
path_send if:2o,3u
path_sub_pt if:3u,3u,44
pclose if:3u,3u
percent_rank iw:31 ia+:31,28
percentile_cont ia:31,31,31 ia:3e,31,3e ia:g,g,31 ia:r,g,3e
percentile_disc ia:2f,31,2f ia:29,g,2f
pg_advisory_lock vf:53,3a vf:53,37,37
pg_advisory_lock_shared vf:53,3a vf:53,37,37
pg_advisory_unlock vf:2l,3a vf:2l,37,37
pg_advisory_unlock_all vf:53
pg_advisory_unlock_shared vf:2l,3a vf:2l,37,37
pg_advisory_xact_lock vf:53,3a vf:53,37,37
pg_advisory_xact_lock_shared vf:53,3a vf:53,37,37
pg_available_extension_versions sf*:46
pg_available_extensions sf*:46
pg_available_wal_summaries vf*:46
pg_backend_pid sf:37
pg_backup_start vf-1:3z,4k,2l
pg_backup_stop vf-1:46,2l
pg_basetype sf:4i,4i
pg_blocking_pids vf:l,37
pg_cancel_backend vf:2l,37
pg_char_to_encoding sf:37,3o
pg_clear_attribute_stats vf:53,4k,4k,4k,2l
pg_clear_relation_stats vf:53,4k,4k
pg_client_encoding sf:3o
pg_collation_actual_version vf:4k,3s
pg_collation_for sf:4k,28
pg_collation_is_visible sf:2l,3s
pg_column_compression sf:4k,28
pg_column_is_updatable sf:2l,48,35,2l
pg_column_size sf:37,28
pg_column_toast_chunk_id sf:3s,28
pg_conf_load_time sf:4o
pg_config sf*:46
pg_control_checkpoint vf:46
pg_control_init vf:46
pg_control_recovery vf:46
pg_control_system vf:46
pg_conversion_is_visible sf:2l,3s
pg_copy_logical_replication_slot vf:46,3o,3o,2l,3o vf:46,3o,3o,2l vf:46,3o,3o
pg_copy_physical_replication_slot vf:46,3o,3o,2l vf:46,3o,3o
pg_create_logical_replication_slot vf-3:46,3o,3o,2l,2l,2l
pg_create_physical_replication_slot vf-2:46,3o,2l,2l
pg_create_restore_point vf:3z,4k
pg_current_logfile vf:4k vf:4k,4k
pg_current_snapshot sf:43
pg_current_wal_flush_lsn vf:3z
pg_current_wal_insert_lsn vf:3z
pg_current_wal_lsn vf:3z
pg_current_xact_id sf:55
pg_current_xact_id_if_assigned sf:55
pg_cursor sf*:46
pg_database_collation_actual_version vf:4k,3s
pg_database_size vf:3a,3o vf:3a,3s
pg_ddl_command_in if:3x,2u
pg_ddl_command_out if:2u,3x
pg_ddl_command_send if:2o,3x
pg_dependencies_in if:3y,2u
pg_dependencies_out if:2u,3y
pg_dependencies_send sf:2o,3y
pg_describe_object sf:4k,3s,3s,37
pg_drop_replication_slot vf:53,3o
pg_encoding_max_length if:37,37
pg_encoding_to_char sf:3o,37
pg_event_trigger_ddl_commands sf*:46
pg_event_trigger_dropped_objects sf*:46
pg_event_trigger_table_rewrite_oid sf:3s
pg_event_trigger_table_rewrite_reason sf:37
pg_export_snapshot vf:4k
pg_extension_config_dump vf:53,48,4k
pg_extension_update_paths sf*:46,3o
pg_filenode_relation sf:48,3s,3s
pg_function_is_visible sf:2l,3s
pg_get_acl sf:0,3s,3s,37
pg_get_aios vf*:46
pg_get_backend_memory_contexts vf*:46
pg_get_catalog_foreign_keys sf*:46
pg_get_constraintdef sf:4k,3s sf:4k,3s,2l
pg_get_expr sf:4k,42,3s sf:4k,42,3s,2l
pg_get_function_arg_default sf:4k,3s,37
pg_get_function_arguments sf:4k,3s
pg_get_function_identity_arguments sf:4k,3s
pg_get_function_result sf:4k,3s
pg_get_function_sqlbody sf:4k,3s
pg_get_functiondef sf:4k,3s
pg_get_indexdef sf:4k,3s sf:4k,3s,37,2l
pg_get_keywords sf*:46
pg_get_loaded_modules vf*:46
pg_get_multixact_members vf*:46,54
pg_get_object_address sf:46,4k,1o,1o
pg_get_partition_constraintdef sf:4k,3s
pg_get_partkeydef sf:4k,3s
pg_get_publication_tables sf*+:46,1o
pg_get_replica_identity_index sf:48,48
pg_get_replication_slots sf*:46
pg_get_ruledef sf:4k,3s sf:4k,3s,2l
pg_get_sequence_data vf:46,48
pg_get_serial_sequence sf:4k,4k,4k
pg_get_shmem_allocations vf*:46
pg_get_shmem_allocations_numa vf*:46
pg_get_statisticsobjdef sf:4k,3s
pg_get_statisticsobjdef_columns sf:4k,3s
pg_get_statisticsobjdef_expressions sf:1o,3s
pg_get_triggerdef sf:4k,3s sf:4k,3s,2l
pg_get_userbyid sf:3o,3s
pg_get_viewdef sf:4k,4k sf:4k,3s sf:4k,4k,2l sf:4k,3s,2l sf:4k,3s,37
pg_get_wait_events vf*:46
pg_get_wal_replay_pause_state vf:4k
pg_get_wal_resource_managers vf*:46
pg_get_wal_summarizer_state vf:46
pg_has_role sf:2l,3o,3o,4k sf:2l,3o,3s,4k sf:2l,3s,3o,4k sf:2l,3s,3s,4k sf:2l,3o,4k sf:2l,3s,4k
pg_hba_file_rules vf*:46
pg_ident_file_mappings vf*:46
pg_identify_object sf:46,3s,3s,37
pg_identify_object_as_address sf:46,3s,3s,37
pg_import_system_collations vf:37,4c
pg_index_column_has_property sf:2l,48,37,4k
pg_index_has_property sf:2l,48,4k
pg_indexam_has_property sf:2l,3s,4k
pg_indexam_progress_phasename if:4k,3s,3a
pg_indexes_size vf:3a,48
pg_input_error_info sf:46,4k,4k
pg_input_is_valid sf:2l,4k,4k
pg_is_in_recovery vf:2l
pg_is_other_temp_schema sf:2l,3s
pg_is_wal_replay_paused vf:2l
pg_isolation_test_session_is_blocked vf:2l,37,l
pg_jit_available vf:2l
pg_last_committed_xact vf:46
pg_last_wal_receive_lsn vf:3z
pg_last_wal_replay_lsn vf:3z
pg_last_xact_replay_timestamp vf:4o
pg_listening_channels sf*:4k
pg_lock_status vf*:46
pg_log_backend_memory_contexts vf:2l,37
pg_log_standby_snapshot vf:3z
pg_logical_emit_message vf-1:3z,2l,4k,4k,2l vf-1:3z,2l,4k,2o,2l
pg_logical_slot_get_binary_changes vf*+-1:46,3o,3z,37,1o
pg_logical_slot_get_changes vf*+-1:46,3o,3z,37,1o
pg_logical_slot_peek_binary_changes vf*+-1:46,3o,3z,37,1o
pg_logical_slot_peek_changes vf*+-1:46,3o,3z,37,1o
pg_ls_archive_statusdir vf*:46
pg_ls_dir vf*:4k,4k vf*:4k,4k,2l,2l
pg_ls_logdir vf*:46
pg_ls_logicalmapdir vf*:46
pg_ls_logicalsnapdir vf*:46
pg_ls_replslotdir vf*:46,4k
pg_ls_summariesdir vf*:46
pg_ls_tmpdir vf*:46 vf*:46,3s
pg_ls_waldir vf*:46
pg_lsn if:3z,3p
pg_lsn_cmp if:37,3z,3z
pg_lsn_eq if:2l,3z,3z
pg_lsn_ge if:2l,3z,3z
pg_lsn_gt if:2l,3z,3z
pg_lsn_hash if:37,3z
pg_lsn_hash_extended if:3a,3z,3a
pg_lsn_in if:3z,2u
pg_lsn_larger if:3z,3z,3z
pg_lsn_le if:2l,3z,3z
pg_lsn_lt if:2l,3z,3z
pg_lsn_mi if:3p,3z,3z
pg_lsn_mii if:3z,3z,3p
pg_lsn_ne if:2l,3z,3z
pg_lsn_out if:2u,3z
pg_lsn_pli if:3z,3z,3p
pg_lsn_send if:2o,3z
pg_lsn_smaller if:3z,3z,3z
pg_mcv_list_in if:40,2u
pg_mcv_list_items sf*:46,40
pg_mcv_list_out if:2u,40
pg_mcv_list_send sf:2o,40
pg_my_temp_schema sf:3s
pg_ndistinct_in if:41,2u
pg_ndistinct_out if:2u,41
pg_ndistinct_send sf:2o,41
pg_nextoid vf:3s,48,3o,48
pg_node_tree_in if:42,2u
pg_node_tree_out if:2u,42
pg_node_tree_send sf:2o,42
pg_notification_queue_usage vf:31
pg_notify vf:53,4k,4k
pg_numa_available sf:2l
pg_opclass_is_visible sf:2l,3s
pg_operator_is_visible sf:2l,3s
pg_opfamily_is_visible sf:2l,3s
pg_options_to_table sf*:46,1o
pg_partition_ancestors vf*:48,48
pg_partition_root if:48,48
pg_partition_tree vf*:46,48
pg_postmaster_start_time sf:4o
pg_prepared_statement sf*:46
pg_prepared_xact vf*:46
pg_promote vf-2:2l,2l,37
pg_read_binary_file vf:2o,4k,3a,3a,2l vf:2o,4k,3a,3a vf:2o,4k vf:2o,4k,2l
pg_read_file vf:4k,4k,3a,3a vf:4k,4k,3a,3a,2l vf:4k,4k vf:4k,4k,2l
pg_relation_filenode sf:3s,48
pg_relation_filepath sf:4k,48
pg_relation_is_publishable sf:2l,48
pg_relation_is_updatable sf:37,48,2l
pg_relation_size vf:3a,48 vf:3a,48,4k
pg_reload_conf vf:2l
pg_replication_origin_advance vf:53,4k,3z
pg_replication_origin_create vf:3s,4k
pg_replication_origin_drop vf:53,4k
pg_replication_origin_oid sf:3s,4k
pg_replication_origin_progress vf:3z,4k,2l
pg_replication_origin_session_is_setup vf:2l
pg_replication_origin_session_progress vf:3z,2l
pg_replication_origin_session_reset vf:53
pg_replication_origin_session_setup vf:53,4k
pg_replication_origin_xact_reset vf:53
pg_replication_origin_xact_setup vf:53,3z,4o
pg_replication_slot_advance vf:46,3o,3z
pg_restore_attribute_stats vf+:2l,28
pg_restore_relation_stats vf+:2l,28
pg_rotate_logfile vf:2l
pg_safe_snapshot_blocking_pids vf:l,37
pg_sequence_last_value vf:3a,48
pg_sequence_parameters sf:46,3s
pg_settings_get_flags sf:1o,4k
pg_show_all_file_settings vf*:46
pg_show_all_settings sf*:46
pg_show_replication_origin_status vf*:46
pg_size_bytes if:3a,4k
pg_size_pretty if:4k,3a if:4k,3p
pg_sleep vf:53,31
pg_sleep_for vf:53,3e
pg_sleep_until vf:53,4o
pg_snapshot_in if:43,2u
pg_snapshot_out if:2u,43
pg_snapshot_send if:2o,43
pg_snapshot_xip if*:55,43
pg_snapshot_xmax if:55,43
pg_snapshot_xmin if:55,43
pg_split_walfile_name sf:46,4k
pg_stat_clear_snapshot vf:53
pg_stat_file vf:46,4k vf:46,4k,2l
pg_stat_force_next_flush vf:53
pg_stat_get_activity sf*:46,37
pg_stat_get_analyze_count sf:3a,3s
pg_stat_get_archiver sf:46
pg_stat_get_autoanalyze_count sf:3a,3s
pg_stat_get_autovacuum_count sf:3a,3s
pg_stat_get_backend_activity sf:4k,37
pg_stat_get_backend_activity_start sf:4o,37
pg_stat_get_backend_client_addr sf:34,37
pg_stat_get_backend_client_port sf:37,37
pg_stat_get_backend_dbid sf:3s,37
pg_stat_get_backend_idset sf*:37
pg_stat_get_backend_io vf*:46,37
pg_stat_get_backend_pid sf:37,37
pg_stat_get_backend_start sf:4o,37
pg_stat_get_backend_subxact sf:46,37
pg_stat_get_backend_userid sf:3s,37
pg_stat_get_backend_wait_event sf:4k,37
pg_stat_get_backend_wait_event_type sf:4k,37
pg_stat_get_backend_wal vf:46,37
pg_stat_get_backend_xact_start sf:4o,37
pg_stat_get_bgwriter_buf_written_clean sf:3a
pg_stat_get_bgwriter_maxwritten_clean sf:3a
pg_stat_get_bgwriter_stat_reset_time sf:4o
pg_stat_get_blocks_fetched sf:3a,3s
pg_stat_get_blocks_hit sf:3a,3s
pg_stat_get_buf_alloc sf:3a
pg_stat_get_checkpointer_buffers_written sf:3a
pg_stat_get_checkpointer_num_performed sf:3a
pg_stat_get_checkpointer_num_requested sf:3a
pg_stat_get_checkpointer_num_timed sf:3a
pg_stat_get_checkpointer_restartpoints_performed sf:3a
pg_stat_get_checkpointer_restartpoints_requested sf:3a
pg_stat_get_checkpointer_restartpoints_timed sf:3a
pg_stat_get_checkpointer_slru_written sf:3a
pg_stat_get_checkpointer_stat_reset_time sf:4o
pg_stat_get_checkpointer_sync_time sf:31
pg_stat_get_checkpointer_write_time sf:31
pg_stat_get_db_active_time sf:31,3s
pg_stat_get_db_blk_read_time sf:31,3s
pg_stat_get_db_blk_write_time sf:31,3s
pg_stat_get_db_blocks_fetched sf:3a,3s
pg_stat_get_db_blocks_hit sf:3a,3s
pg_stat_get_db_checksum_failures sf:3a,3s
pg_stat_get_db_checksum_last_failure sf:4o,3s
pg_stat_get_db_conflict_all sf:3a,3s
pg_stat_get_db_conflict_bufferpin sf:3a,3s
pg_stat_get_db_conflict_lock sf:3a,3s
pg_stat_get_db_conflict_logicalslot sf:3a,3s
pg_stat_get_db_conflict_snapshot sf:3a,3s
pg_stat_get_db_conflict_startup_deadlock sf:3a,3s
pg_stat_get_db_conflict_tablespace sf:3a,3s
pg_stat_get_db_deadlocks sf:3a,3s
pg_stat_get_db_idle_in_transaction_time sf:31,3s
pg_stat_get_db_numbackends sf:37,3s
pg_stat_get_db_parallel_workers_launched sf:3a,3s
pg_stat_get_db_parallel_workers_to_launch sf:3a,3s
pg_stat_get_db_session_time sf:31,3s
pg_stat_get_db_sessions sf:3a,3s
pg_stat_get_db_sessions_abandoned sf:3a,3s
pg_stat_get_db_sessions_fatal sf:3a,3s
pg_stat_get_db_sessions_killed sf:3a,3s
pg_stat_get_db_stat_reset_time sf:4o,3s
pg_stat_get_db_temp_bytes sf:3a,3s
pg_stat_get_db_temp_files sf:3a,3s
pg_stat_get_db_tuples_deleted sf:3a,3s
pg_stat_get_db_tuples_fetched sf:3a,3s
pg_stat_get_db_tuples_inserted sf:3a,3s
pg_stat_get_db_tuples_returned sf:3a,3s
pg_stat_get_db_tuples_updated sf:3a,3s
pg_stat_get_db_xact_commit sf:3a,3s
pg_stat_get_db_xact_rollback sf:3a,3s
pg_stat_get_dead_tuples sf:3a,3s
pg_stat_get_function_calls sf:3a,3s
pg_stat_get_function_self_time sf:31,3s
pg_stat_get_function_total_time sf:31,3s
pg_stat_get_ins_since_vacuum sf:3a,3s
pg_stat_get_io vf*:46
pg_stat_get_last_analyze_time sf:4o,3s
pg_stat_get_last_autoanalyze_time sf:4o,3s
pg_stat_get_last_autovacuum_time sf:4o,3s
pg_stat_get_last_vacuum_time sf:4o,3s
pg_stat_get_lastscan sf:4o,3s
pg_stat_get_live_tuples sf:3a,3s
pg_stat_get_mod_since_analyze sf:3a,3s
pg_stat_get_numscans sf:3a,3s
pg_stat_get_progress_info sf*:46,4k
pg_stat_get_recovery_prefetch vf*:46
pg_stat_get_replication_slot sf:46,4k
pg_stat_get_slru sf*:46
pg_stat_get_snapshot_timestamp sf:4o
pg_stat_get_subscription sf*:46,3s
pg_stat_get_subscription_stats sf:46,3s
pg_stat_get_total_analyze_time sf:31,3s
pg_stat_get_total_autoanalyze_time sf:31,3s
pg_stat_get_total_autovacuum_time sf:31,3s
pg_stat_get_total_vacuum_time sf:31,3s
pg_stat_get_tuples_deleted sf:3a,3s
pg_stat_get_tuples_fetched sf:3a,3s
pg_stat_get_tuples_hot_updated sf:3a,3s
pg_stat_get_tuples_inserted sf:3a,3s
pg_stat_get_tuples_newpage_updated sf:3a,3s
pg_stat_get_tuples_returned sf:3a,3s
pg_stat_get_tuples_updated sf:3a,3s
pg_stat_get_vacuum_count sf:3a,3s
pg_stat_get_wal sf:46
pg_stat_get_wal_receiver sf:46
pg_stat_get_wal_senders sf*:46
pg_stat_get_xact_blocks_fetched vf:3a,3s
pg_stat_get_xact_blocks_hit vf:3a,3s
pg_stat_get_xact_function_calls vf:3a,3s
pg_stat_get_xact_function_self_time vf:31,3s
pg_stat_get_xact_function_total_time vf:31,3s
pg_stat_get_xact_numscans vf:3a,3s
pg_stat_get_xact_tuples_deleted vf:3a,3s
pg_stat_get_xact_tuples_fetched vf:3a,3s
pg_stat_get_xact_tuples_hot_updated vf:3a,3s
pg_stat_get_xact_tuples_inserted vf:3a,3s
pg_stat_get_xact_tuples_newpage_updated vf:3a,3s
pg_stat_get_xact_tuples_returned vf:3a,3s
pg_stat_get_xact_tuples_updated vf:3a,3s
pg_stat_have_stats vf:2l,4k,3s,3a
pg_stat_reset vf:53
pg_stat_reset_backend_stats vf:53,37
pg_stat_reset_replication_slot vf:53,4k
pg_stat_reset_shared vf-1:53,4k
pg_stat_reset_single_function_counters vf:53,3s
pg_stat_reset_single_table_counters vf:53,3s
pg_stat_reset_slru vf-1:53,4k
pg_stat_reset_subscription_stats vf:53,3s
pg_statistics_obj_is_visible sf:2l,3s
pg_stop_making_pinned_objects vf:53
pg_switch_wal vf:3z
pg_sync_replication_slots vf:53
pg_table_is_visible sf:2l,3s
pg_table_size vf:3a,48
pg_tablespace_databases sf*:3s,3s
pg_tablespace_location sf:4k,3s
pg_tablespace_size vf:3a,3s vf:3a,3o
pg_terminate_backend vf-1:2l,37,3a
pg_timezone_abbrevs_abbrevs sf*:46
pg_timezone_abbrevs_zone sf*:46
pg_timezone_names sf*:46
pg_total_relation_size vf:3a,48
pg_trigger_depth sf:37
pg_try_advisory_lock vf:2l,3a vf:2l,37,37
pg_try_advisory_lock_shared vf:2l,3a vf:2l,37,37
pg_try_advisory_xact_lock vf:2l,3a vf:2l,37,37
pg_try_advisory_xact_lock_shared vf:2l,3a vf:2l,37,37
pg_ts_config_is_visible sf:2l,3s
pg_ts_dict_is_visible sf:2l,3s
pg_ts_parser_is_visible sf:2l,3s
pg_ts_template_is_visible sf:2l,3s
pg_type_is_visible sf:2l,3s
pg_typeof sf:4i,28
pg_visible_in_snapshot if:2l,55,43
pg_wal_lsn_diff if:3p,3z,3z
pg_wal_replay_pause vf:53
pg_wal_replay_resume vf:53
pg_wal_summary_contents vf*:46,3a,3z,3z
pg_walfile_name if:4k,3z
pg_walfile_name_offset if:46,3z
pg_xact_commit_timestamp vf:4o,54
pg_xact_commit_timestamp_origin vf:46,54
pg_xact_status vf:4k,55
phraseto_tsquery sf:4t,4k if:4t,4a,4k
pi if:31
plainto_tsquery if:4t,4a,4k sf:4t,4k
plpgsql_validator vf:53,3s
point if:44,2s if:44,31,31 if:44,3k if:44,2m if:44,45
point_above if:2l,44,44
point_add if:44,44,44
point_below if:2l,44,44
point_distance if:31,44,44
point_div if:44,44,44
point_eq if:2l,44,44
point_horiz if:2l,44,44
point_in if:44,2u
point_left if:2l,44,44
point_mul if:44,44,44
point_ne if:2l,44,44
point_out if:2u,44
point_right if:2l,44,44
point_send if:2o,44
point_sub if:44,44,44
point_vert if:2l,44,44
poly_above if:2l,45,45
poly_below if:2l,45,45
poly_center if:44,45
poly_contain if:2l,45,45
poly_contain_pt if:2l,45,44
poly_contained if:2l,45,45
poly_distance if:31,45,45
poly_in if:45,2u
poly_left if:2l,45,45
poly_npoints if:37,45
poly_out if:2u,45
poly_overabove if:2l,45,45
poly_overbelow if:2l,45,45
poly_overlap if:2l,45,45
poly_overleft if:2l,45,45
poly_overright if:2l,45,45
poly_right if:2l,45,45
poly_same if:2l,45,45
poly_send if:2o,45
polygon if:45,2m if:45,3u if:45,37,2s if:45,2s
popen if:3u,3u
position if:37,4k,4k if:37,2k,2k if:37,2o,2o
postgresql_fdw_validator if:2l,1o,3s
pow if:31,31,31 if:3p,3p,3p
power if:31,31,31 if:3p,3p,3p
pt_contained_circle if:2l,44,2s
pt_contained_poly if:2l,44,45
query_to_xml vf:56,4k,2l,2l,4k
query_to_xml_and_xmlschema vf:56,4k,2l,2l,4k
query_to_xmlschema vf:56,4k,2l,2l,4k
querytree if:4k,4t
quote_ident if:4k,4k
quote_literal if:4k,4k sf:4k,2f
quote_nullable if:4k,4k sf:4k,2f
radians if:31,31
radius if:31,2s
random vf:31 vf:37,37,37 vf:3a,3a,3a vf:3p,3p,3p
random_normal vf-2:31,31,31
range_adjacent if:2l,2j,2j
range_adjacent_multirange if:2l,2j,2h
range_after if:2l,2j,2j
range_after_multirange if:2l,2j,2h
range_agg ia:2h,2j ia:2h,2h
range_before if:2l,2j,2j
range_before_multirange if:2l,2j,2h
range_cmp if:37,2j,2j
range_contained_by if:2l,2j,2j
range_contained_by_multirange if:2l,2j,2h
range_contains if:2l,2j,2j
range_contains_elem if:2l,2j,2f
range_contains_multirange if:2l,2j,2h
range_eq if:2l,2j,2j
range_ge if:2l,2j,2j
range_gt if:2l,2j,2j
range_in sf:2j,2u,3s,37
range_intersect if:2j,2j,2j
range_intersect_agg ia:2h,2h ia:2j,2j
range_intersect_agg_transfn if:2j,2j,2j
range_le if:2l,2j,2j
range_lt if:2l,2j,2j
range_merge if:2j,2j,2j if:2j,2h
range_minus if:2j,2j,2j
range_ne if:2l,2j,2j
range_out sf:2u,2j
range_overlaps if:2l,2j,2j
range_overlaps_multirange if:2l,2j,2h
range_overleft if:2l,2j,2j
range_overleft_multirange if:2l,2j,2h
range_overright if:2l,2j,2j
range_overright_multirange if:2l,2j,2h
range_send sf:2o,2j
range_union if:2j,2j,2j
rank iw:3a ia+:3a,28
record_eq if:2l,46,46
record_ge if:2l,46,46
record_gt if:2l,46,46
record_image_eq if:2l,46,46
record_image_ge if:2l,46,46
record_image_gt if:2l,46,46
record_image_le if:2l,46,46
record_image_lt if:2l,46,46
record_image_ne if:2l,46,46
record_in sf:46,2u,3s,37
record_larger if:46,46,46
record_le if:2l,46,46
record_lt if:2l,46,46
record_ne if:2l,46,46
record_out sf:2u,46
record_send sf:2o,46
record_smaller if:46,46,46
regclass sf:48,4k
regclassin sf:48,2u
regclassout sf:2u,48
regclasssend if:2o,48
regcollationin sf:49,2u
regcollationout sf:2u,49
regcollationsend if:2o,49
regconfigin sf:4a,2u
regconfigout sf:2u,4a
regconfigsend if:2o,4a
regdictionaryin sf:4b,2u
regdictionaryout sf:2u,4b
regdictionarysend if:2o,4b
regexp_count if:37,4k,4k if:37,4k,4k,37 if:37,4k,4k,37,4k
regexp_instr if:37,4k,4k if:37,4k,4k,37 if:37,4k,4k,37,37 if:37,4k,4k,37,37,37 if:37,4k,4k,37,37,37,4k if:37,4k,4k,37,37,37,4k,37
regexp_like if:2l,4k,4k if:2l,4k,4k,4k
regexp_match if:1o,4k,4k if:1o,4k,4k,4k
regexp_matches if*:1o,4k,4k if*:1o,4k,4k,4k
regexp_replace if:4k,4k,4k,4k if:4k,4k,4k,4k,4k if:4k,4k,4k,4k,37,37,4k if:4k,4k,4k,4k,37,37 if:4k,4k,4k,4k,37
regexp_split_to_array if:1o,4k,4k if:1o,4k,4k,4k
regexp_split_to_table if*:4k,4k,4k if*:4k,4k,4k,4k
regexp_substr if:4k,4k,4k if:4k,4k,4k,37 if:4k,4k,4k,37,37 if:4k,4k,4k,37,37,4k if:4k,4k,4k,37,37,4k,37
regnamespacein sf:4c,2u
regnamespaceout sf:2u,4c
regnamespacesend if:2o,4c
regoperatorin sf:4e,2u
regoperatorout sf:2u,4e
regoperatorsend if:2o,4e
regoperin sf:4d,2u
regoperout sf:2u,4d
regopersend if:2o,4d
regprocedurein sf:4g,2u
regprocedureout sf:2u,4g
regproceduresend if:2o,4g
regprocin sf:4f,2u
regprocout sf:2u,4f
regprocsend if:2o,4f
regr_avgx ia:31,31,31
regr_avgy ia:31,31,31
regr_count ia:3a,31,31
regr_intercept ia:31,31,31
regr_r2 ia:31,31,31
regr_slope ia:31,31,31
regr_sxx ia:31,31,31
regr_sxy ia:31,31,31
regr_syy ia:31,31,31
regrolein sf:4h,2u
regroleout sf:2u,4h
regrolesend if:2o,4h
regtypein sf:4i,2u
regtypeout sf:2u,4i
regtypesend if:2o,4i
repeat if:4k,4k,37
replace if:4k,4k,4k,4k
reverse if:4k,4k if:2o,2o
right if:4k,4k,37
round if:31,31 if:3p,3p,37 if:3p,3p
row_number iw:3a
row_security_active sf:2l,3s sf:2l,4k
row_to_json sf:3f,46 sf:3f,46,2l
rpad if:4k,4k,37,4k if:4k,4k,37
rtrim if:4k,4k,4k if:4k,4k if:2o,2o,2o
satisfies_hash_partition if+:2l,3s,37,37,28
scale if:37,3p
schema_to_xml sf:56,3o,2l,2l,4k
schema_to_xml_and_xmlschema sf:56,3o,2l,2l,4k
schema_to_xmlschema sf:56,3o,2l,2l,4k
session_user sf:3o
set_bit if:2o,2o,3a,37 if:2k,2k,37,37
set_byte if:2o,2o,37,37
set_config vf:4k,4k,4k,2l
set_masklen if:34,34,37 if:2r,2r,37
setseed vf:53,31
setval vf:3a,48,3a vf:3a,48,3a,2l
setweight if:4x,4x,2p,1o if:4x,4x,2p
sha224 if:2o,2o
sha256 if:2o,2o
sha384 if:2o,2o
sha512 if:2o,2o
shell_in if:53,2u
shell_out if:2u,53
shobj_description sf:4k,3s,3o
sign if:3p,3p if:31,31
similar_escape if:4k,4k,4k
similar_to_escape if:4k,4k,4k if:4k,4k
sin if:31,31
sind if:31,31
sinh if:31,31
slope if:31,44,44
spg_poly_quad_compress if:2m,45
split_part if:4k,4k,4k,37
sqrt if:31,31 if:3p,3p
starts_with if:2l,4k,4k
statement_timestamp sf:4o
stddev ia:3p,3a ia:3p,37 ia:3p,35 ia:31,30 ia:31,31 ia:3p,3p
stddev_pop ia:3p,3a ia:3p,37 ia:3p,35 ia:31,30 ia:31,31 ia:3p,3p
stddev_samp ia:3p,3a ia:3p,37 ia:3p,35 ia:31,30 ia:31,31 ia:3p,3p
string_agg ia:4k,4k,4k ia:2o,2o,2o
string_to_array if:1o,4k,4k,4k if:1o,4k,4k
string_to_table if*:4k,4k,4k if*:4k,4k,4k,4k
strip if:4x,4x
strpos if:37,4k,4k
substr if:4k,4k,37,37 if:4k,4k,37 if:2o,2o,37,37 if:2o,2o,37
substring if:4k,4k,37,37 if:4k,4k,37 if:2k,2k,37,37 if:2k,2k,37 if:2o,2o,37,37 if:2o,2o,37 if:4k,4k,4k if:4k,4k,4k,4k
sum ia:3p,3a ia:3a,37 ia:3a,35 ia:30,30 ia:31,31 ia:3n,3n ia:3e,3e ia:3p,3p
system_user sf:4k
table_am_handler_out if:2u,4j
table_to_xml sf:56,48,2l,2l,4k
table_to_xml_and_xmlschema sf:56,48,2l,2l,4k
table_to_xmlschema sf:56,48,2l,2l,4k
tan if:31,31
tand if:31,31
tanh if:31,31
text if:4k,2n if:4k,3o if:4k,34 if:4k,2p if:4k,56 if:4k,2l
text_ge if:2l,4k,4k
text_gt if:2l,4k,4k
text_larger if:4k,4k,4k
text_le if:2l,4k,4k
text_lt if:2l,4k,4k
text_pattern_ge if:2l,4k,4k
text_pattern_gt if:2l,4k,4k
text_pattern_le if:2l,4k,4k
text_pattern_lt if:2l,4k,4k
text_smaller if:4k,4k,4k
textanycat sf:4k,4k,2i
textcat if:4k,4k,4k
texteq if:2l,4k,4k
texteqname if:2l,4k,3o
textgename if:2l,4k,3o
textgtname if:2l,4k,3o
texticlike if:2l,4k,4k
texticnlike if:2l,4k,4k
texticregexeq if:2l,4k,4k
texticregexne if:2l,4k,4k
textin if:4k,2u
textlen if:37,4k
textlename if:2l,4k,3o
textlike if:2l,4k,4k
textltname if:2l,4k,3o
textne if:2l,4k,4k
textnename if:2l,4k,3o
textnlike if:2l,4k,4k
textout if:2u,4k
textregexeq if:2l,4k,4k
textregexne if:2l,4k,4k
textsend sf:2o,4k
tideq if:2l,4l,4l
tidge if:2l,4l,4l
tidgt if:2l,4l,4l
tidin if:4l,2u
tidlarger if:4l,4l,4l
tidle if:2l,4l,4l
tidlt if:2l,4l,4l
tidne if:2l,4l,4l
tidout if:2u,4l
tidsend if:2o,4l
tidsmaller if:4l,4l,4l
time if:4m,4n if:4m,3e if:4m,4m,37 sf:4m,4o if:4m,4p
time_cmp if:37,4m,4m
time_eq if:2l,4m,4m
time_ge if:2l,4m,4m
time_gt if:2l,4m,4m
time_hash if:37,4m
time_hash_extended if:3a,4m,3a
time_in sf:4m,2u,3s,37
time_larger if:4m,4m,4m
time_le if:2l,4m,4m
time_lt if:2l,4m,4m
time_mi_interval if:4m,4m,3e
time_mi_time if:3e,4m,4m
time_ne if:2l,4m,4m
time_out if:2u,4m
time_pl_interval if:4m,4m,3e
time_send if:2o,4m
time_smaller if:4m,4m,4m
timedate_pl if:4n,4m,2v
timeofday vf:4k
timestamp if:4n,4n,37 if:4n,2v if:4n,2v,4m sf:4n,4o
timestamp_cmp if:37,4n,4n
timestamp_cmp_date if:37,4n,2v
timestamp_cmp_timestamptz sf:37,4n,4o
timestamp_eq if:2l,4n,4n
timestamp_eq_date if:2l,4n,2v
timestamp_eq_timestamptz sf:2l,4n,4o
timestamp_ge if:2l,4n,4n
timestamp_ge_date if:2l,4n,2v
timestamp_ge_timestamptz sf:2l,4n,4o
timestamp_gt if:2l,4n,4n
timestamp_gt_date if:2l,4n,2v
timestamp_gt_timestamptz sf:2l,4n,4o
timestamp_hash if:37,4n
timestamp_hash_extended if:3a,4n,3a
timestamp_in sf:4n,2u,3s,37
timestamp_larger if:4n,4n,4n
timestamp_le if:2l,4n,4n
timestamp_le_date if:2l,4n,2v
timestamp_le_timestamptz sf:2l,4n,4o
timestamp_lt if:2l,4n,4n
timestamp_lt_date if:2l,4n,2v
timestamp_lt_timestamptz sf:2l,4n,4o
timestamp_mi if:3e,4n,4n
timestamp_mi_interval if:4n,4n,3e
timestamp_ne if:2l,4n,4n
timestamp_ne_date if:2l,4n,2v
timestamp_ne_timestamptz sf:2l,4n,4o
timestamp_out sf:2u,4n
timestamp_pl_interval if:4n,4n,3e
timestamp_send if:2o,4n
timestamp_smaller if:4n,4n,4n
timestamptypmodin if:37,b
timestamptypmodout if:2u,37
timestamptz sf:4o,2v sf:4o,2v,4m if:4o,2v,4p if:4o,4o,37 sf:4o,4n
timestamptz_cmp if:37,4o,4o
timestamptz_cmp_date sf:37,4o,2v
timestamptz_cmp_timestamp sf:37,4o,4n
timestamptz_eq if:2l,4o,4o
timestamptz_eq_date sf:2l,4o,2v
timestamptz_eq_timestamp sf:2l,4o,4n
timestamptz_ge if:2l,4o,4o
timestamptz_ge_date sf:2l,4o,2v
timestamptz_ge_timestamp sf:2l,4o,4n
timestamptz_gt if:2l,4o,4o
timestamptz_gt_date sf:2l,4o,2v
timestamptz_gt_timestamp sf:2l,4o,4n
timestamptz_hash if:37,4o
timestamptz_hash_extended if:3a,4o,3a
timestamptz_in sf:4o,2u,3s,37
timestamptz_larger if:4o,4o,4o
timestamptz_le if:2l,4o,4o
timestamptz_le_date sf:2l,4o,2v
timestamptz_le_timestamp sf:2l,4o,4n
timestamptz_lt if:2l,4o,4o
timestamptz_lt_date sf:2l,4o,2v
timestamptz_lt_timestamp sf:2l,4o,4n
timestamptz_mi if:3e,4o,4o
timestamptz_mi_interval sf:4o,4o,3e
timestamptz_ne if:2l,4o,4o
timestamptz_ne_date sf:2l,4o,2v
timestamptz_ne_timestamp sf:2l,4o,4n
timestamptz_out sf:2u,4o
timestamptz_pl_interval sf:4o,4o,3e
timestamptz_send if:2o,4o
timestamptz_smaller if:4o,4o,4o
timestamptztypmodin if:37,b
timestamptztypmodout if:2u,37
timetypmodin if:37,b
timetypmodout if:2u,37
timetz sf:4p,4o if:4p,4p,37 sf:4p,4m
timetz_cmp if:37,4p,4p
timetz_eq if:2l,4p,4p
timetz_ge if:2l,4p,4p
timetz_gt if:2l,4p,4p
timetz_hash if:37,4p
timetz_hash_extended if:3a,4p,3a
timetz_in sf:4p,2u,3s,37
timetz_larger if:4p,4p,4p
timetz_le if:2l,4p,4p
timetz_lt if:2l,4p,4p
timetz_mi_interval if:4p,4p,3e
timetz_ne if:2l,4p,4p
timetz_out if:2u,4p
timetz_pl_interval if:4p,4p,3e
timetz_send if:2o,4p
timetz_smaller if:4p,4p,4p
timetzdate_pl if:4o,4p,2v
timetztypmodin if:37,b
timetztypmodout if:2u,37
timezone if:4n,3e,4o if:4n,4k,4o sf:4p,4k,4p if:4p,3e,4p if:4o,4k,4n if:4o,3e,4n sf:4n,4o sf:4o,4n sf:4p,4p
to_ascii if:4k,4k if:4k,4k,37 if:4k,4k,3o
to_bin if:4k,37 if:4k,3a
to_char sf:4k,3e,4k sf:4k,4o,4k sf:4k,3p,4k sf:4k,37,4k sf:4k,3a,4k sf:4k,30,4k sf:4k,31,4k sf:4k,4n,4k
to_date sf:2v,4k,4k
to_hex if:4k,37 if:4k,3a
to_json sf:3f,2f
to_jsonb sf:3g,2f
to_number sf:3p,4k,4k
to_oct if:4k,37 if:4k,3a
to_regclass sf:48,4k
to_regcollation sf:49,4k
to_regnamespace sf:4c,4k
to_regoper sf:4d,4k
to_regoperator sf:4e,4k
to_regproc sf:4f,4k
to_regprocedure sf:4g,4k
to_regrole sf:4h,4k
to_regtype sf:4i,4k
to_regtypemod sf:37,4k
to_timestamp if:4o,31 sf:4o,4k,4k
to_tsquery if:4t,4a,4k sf:4t,4k
to_tsvector if:4x,4a,4k sf:4x,4k sf:4x,3g sf:4x,3f if:4x,4a,3g if:4x,4a,3f
transaction_timestamp sf:4o
translate if:4k,4k,4k,4k
trigger_out if:2u,4q
trim_array if:29,29,37
trim_scale if:3p,3p
trunc if:3l,3l if:31,31 if:3p,3p,37 if:3p,3p if:3m,3m
ts_debug sf*:46,4a,4k sf*:46,4k
ts_delete if:4x,4x,4k if:4x,4x,1o
ts_filter if:4x,4x,6
ts_headline if:4k,4a,4k,4t,4k if:4k,4a,4k,4t sf:4k,4k,4t,4k sf:4k,4k,4t if:3g,4a,3g,4t,4k if:3g,4a,3g,4t sf:3g,3g,4t,4k sf:3g,3g,4t if:3f,4a,3f,4t,4k if:3f,4a,3f,4t sf:3f,3f,4t,4k sf:3f,3f,4t
ts_lexize if:1o,4b,4k
ts_match_qv if:2l,4t,4x
ts_match_tq sf:2l,4k,4t
ts_match_tt sf:2l,4k,4k
ts_match_vq if:2l,4x,4t
ts_parse if*:46,3s,4k sf*:46,4k,4k
ts_rank if:30,f,4x,4t,37 if:30,f,4x,4t if:30,4x,4t,37 if:30,4x,4t
ts_rank_cd if:30,f,4x,4t,37 if:30,f,4x,4t if:30,4x,4t,37 if:30,4x,4t
ts_rewrite if:4t,4t,4t,4t vf:4t,4t,4k
ts_stat vf*:46,4k vf*:46,4k,4k
ts_token_type if*:46,3s sf*:46,4k
tsm_handler_out if:2u,4r
tsmultirange if:4s if:4s,4u if+:4s,1w
tsq_mcontained if:2l,4t,4t
tsq_mcontains if:2l,4t,4t
tsquery_and if:4t,4t,4t
tsquery_cmp if:37,4t,4t
tsquery_eq if:2l,4t,4t
tsquery_ge if:2l,4t,4t
tsquery_gt if:2l,4t,4t
tsquery_le if:2l,4t,4t
tsquery_lt if:2l,4t,4t
tsquery_ne if:2l,4t,4t
tsquery_not if:4t,4t
tsquery_or if:4t,4t,4t
tsquery_phrase if:4t,4t,4t if:4t,4t,4t,37
tsqueryin if:4t,2u
tsqueryout if:2u,4t
tsquerysend if:2o,4t
tsrange if:4u,4n,4n if:4u,4n,4n,4k
tsrange_subdiff if:31,4n,4n
tstzmultirange if:4v if:4v,4w if+:4v,1y
tstzrange if:4w,4o,4o if:4w,4o,4o,4k
tstzrange_subdiff if:31,4o,4o
tsvector_cmp if:37,4x,4x
tsvector_concat if:4x,4x,4x
tsvector_eq if:2l,4x,4x
tsvector_ge if:2l,4x,4x
tsvector_gt if:2l,4x,4x
tsvector_le if:2l,4x,4x
tsvector_lt if:2l,4x,4x
tsvector_ne if:2l,4x,4x
tsvector_to_array if:1o,4x
tsvectorin if:4x,2u
tsvectorout if:2u,4x
tsvectorsend if:2o,4x
txid_current sf:3a
txid_current_if_assigned sf:3a
txid_current_snapshot sf:4y
txid_snapshot_in if:4y,2u
txid_snapshot_out if:2u,4y
txid_snapshot_send if:2o,4y
txid_snapshot_xip if*:3a,4y
txid_snapshot_xmax if:3a,4y
txid_snapshot_xmin if:3a,4y
txid_status vf:4k,3a
txid_visible_in_snapshot if:2l,3a,4y
unicode_assigned if:2l,4k
unicode_version if:4k
unistr if:4k,4k
unknownin if:4z,2u
unknownout if:2u,4z
unknownsend if:2o,4z
unnest if*:2j,2h if*:2f,29 if*:46,4x
upper if:4k,4k if:2f,2j if:2f,2h
upper_inc if:2l,2j if:2l,2h
upper_inf if:2l,2j if:2l,2h
uuid_cmp if:37,50,50
uuid_eq if:2l,50,50
uuid_extract_timestamp if:4o,50
uuid_extract_version if:35,50
uuid_ge if:2l,50,50
uuid_gt if:2l,50,50
uuid_hash if:37,50
uuid_hash_extended if:3a,50,3a
uuid_in if:50,2u
uuid_le if:2l,50,50
uuid_lt if:2l,50,50
uuid_ne if:2l,50,50
uuid_out if:2u,50
uuid_send if:2o,50
uuidv4 vf:50
uuidv7 vf:50 vf:50,3e
var_pop ia:3p,3a ia:3p,37 ia:3p,35 ia:31,30 ia:31,31 ia:3p,3p
var_samp ia:3p,3a ia:3p,37 ia:3p,35 ia:31,30 ia:31,31 ia:3p,3p
varbit if:51,51,37,2l
varbit_in if:51,2u,3s,37
varbit_out if:2u,51
varbit_send if:2o,51
varbitcmp if:37,51,51
varbiteq if:2l,51,51
varbitge if:2l,51,51
varbitgt if:2l,51,51
varbitle if:2l,51,51
varbitlt if:2l,51,51
varbitne if:2l,51,51
varbittypmodin if:37,b
varbittypmodout if:2u,37
varchar if:52,52,37,2l if:52,3o
varcharin if:52,2u,3s,37
varcharout if:2u,52
varcharsend sf:2o,52
varchartypmodin if:37,b
varchartypmodout if:2u,37
variance ia:3p,3a ia:3p,37 ia:3p,35 ia:31,30 ia:31,31 ia:3p,3p
version sf:4k
void_in if:53,2u
void_out if:2u,53
void_send if:2o,53
websearch_to_tsquery if:4t,4a,4k sf:4t,4k
width if:31,2m
width_bucket if:37,31,31,31,37 if:37,3p,3p,3p,37 if:37,2a,2b
xid if:54,55
xid8_larger if:55,55,55
xid8_smaller if:55,55,55
xid8cmp if:37,55,55
xid8eq if:2l,55,55
xid8ge if:2l,55,55
xid8gt if:2l,55,55
xid8in if:55,2u
xid8le if:2l,55,55
xid8lt if:2l,55,55
xid8ne if:2l,55,55
xid8out if:2u,55
xid8send if:2o,55
xideq if:2l,54,54
xideqint4 if:2l,54,37
xidin if:54,2u
xidneq if:2l,54,54
xidneqint4 if:2l,54,37
xidout if:2u,54
xidsend if:2o,54
xml sf:56,4k
xml_in sf:56,2u
xml_is_well_formed sf:2l,4k
xml_is_well_formed_content if:2l,4k
xml_is_well_formed_document if:2l,4k
xml_out if:2u,56
xml_send sf:2o,56
xmlagg ia:56,56
xmlcomment if:56,4k
xmlconcat2 if:56,56,56
xmlexists if:2l,4k,56
xmltext if:56,4k
xmlvalidate if:2l,56,4k
xpath if:26,4k,56,1o if:26,4k,56
xpath_exists if:2l,4k,56,1o if:2l,4k,56
`;

export const extensionFunctions = `
citext citext,i citext_cmp,i citext_eq,i citext_ge,i citext_gt,i citext_hash,i citext_hash_extended,i citext_larger,i citext_le,i citext_lt,i citext_ne,i citext_pattern_cmp,i citext_pattern_ge,i citext_pattern_gt,i citext_pattern_le,i citext_pattern_lt,i citext_smaller,i citextsend,s max,i min,i regexp_match,i regexp_matches,i regexp_replace,i regexp_split_to_array,i regexp_split_to_table,i replace,i split_part,i strpos,i texticlike,i texticnlike,i texticregexeq,i texticregexne,i translate,i
fuzzystrmatch daitch_mokotoff,i difference,i dmetaphone,i dmetaphone_alt,i levenshtein,i levenshtein_less_equal,i metaphone,i soundex,i text_soundex,i
hstore akeys,i avals,i defined,i delete,i each,i exist,i exists_all,i exists_any,i fetchval,i hs_concat,i hs_contained,i hs_contains,i hstore,i hstore_cmp,i hstore_eq,i hstore_ge,i hstore_gt,i hstore_hash,i hstore_hash_extended,i hstore_le,i hstore_lt,i hstore_ne,i hstore_send,i hstore_to_array,i hstore_to_json,i hstore_to_json_loose,i hstore_to_jsonb,i hstore_to_jsonb_loose,i hstore_to_matrix,i hstore_version_diag,i isdefined,i isexists,i populate_record,i skeys,i slice,i slice_array,i svals,i tconvert,i
intarray _int_contained,i _int_contains,i _int_different,i _int_inter,i _int_overlap,i _int_same,i _int_union,i boolop,i icount,i idx,i intarray_del_elem,i intarray_push_array,i intarray_push_elem,i intset,i intset_subtract,i intset_union_elem,i querytree,i rboolop,i sort,i sort_asc,i sort_desc,i subarray,i uniq,i
ltree _lt_q_regex,i _lt_q_rregex,i _ltq_extract_regex,i _ltq_regex,i _ltq_rregex,i _ltree_extract_isparent,i _ltree_extract_risparent,i _ltree_isparent,i _ltree_r_isparent,i _ltree_r_risparent,i _ltree_risparent,i _ltxtq_exec,i _ltxtq_extract_exec,i _ltxtq_rexec,i hash_ltree,i hash_ltree_extended,i index,i lca,i lquery_send,i lt_q_regex,i lt_q_rregex,i ltq_regex,i ltq_rregex,i ltree2text,i ltree_addltree,i ltree_addtext,i ltree_cmp,i ltree_eq,i ltree_ge,i ltree_gt,i ltree_isparent,i ltree_le,i ltree_lt,i ltree_ne,i ltree_risparent,i ltree_send,i ltree_textadd,i ltxtq_exec,i ltxtq_rexec,i ltxtq_send,i nlevel,i subltree,i subpath,i text2ltree,i
pg_trgm set_limit,v show_limit,s show_trgm,i similarity,i similarity_dist,i similarity_op,s strict_word_similarity,i strict_word_similarity_commutator_op,s strict_word_similarity_dist_commutator_op,i strict_word_similarity_dist_op,i strict_word_similarity_op,s word_similarity,i word_similarity_commutator_op,s word_similarity_dist_commutator_op,i word_similarity_dist_op,i word_similarity_op,s
pgcrypto armor,i crypt,i dearmor,i decrypt,i decrypt_iv,i digest,i encrypt,i encrypt_iv,i fips_mode,v gen_random_bytes,v gen_random_uuid,v gen_salt,v hmac,i pgp_armor_headers,i pgp_key_id,i pgp_pub_decrypt,i pgp_pub_decrypt_bytea,i pgp_pub_encrypt,v pgp_pub_encrypt_bytea,v pgp_sym_decrypt,i pgp_sym_decrypt_bytea,i pgp_sym_encrypt,v pgp_sym_encrypt_bytea,v
unaccent unaccent,s
uuid-ossp uuid_generate_v1,v uuid_generate_v1mc,v uuid_generate_v3,i uuid_generate_v4,v uuid_generate_v5,i uuid_nil,i uuid_ns_dns,i uuid_ns_oid,i uuid_ns_url,i uuid_ns_x500,i
`;
