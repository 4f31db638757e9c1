/** Reserved words that end an expression or a table reference where they stand: none of them is a column or an alias unless it is quoted. */
const reserved = new Set(
  (
    'all alter and as asc between both by case change check collate column condition constraint continue create cross declare default delete desc ' +
    'distinct div drop else elseif end escape except exists exit explain fetch for force foreign from fulltext grant group having high_priority if ignore in ' +
    'index inner insert intersect interval into is iterate join key keys lateral leading leave left like limit lines load lock loop low_priority ' +
    'match minus mod modifies natural not null offset on optimize or order outer over partition precision primary procedure purge range read references ' +
    'regexp release rename repeat replace require restrict return returning revoke right rlike row rows schema select separator set show signal spatial ' +
    'sql starting straight_join table terminated then to trailing trigger undo union unique unlock update usage use using values when where while window ' +
    'with write xor'
  ).split(' '),
);

export function isReserved(word: string): boolean {
  return reserved.has(word);
}
