/**
 * Plain SQL directories: what is known of migrations that no tool's own convention has claimed.
 * Their names give order and direction; their transaction mode is what the config says.
 */
export { comparePlaces } from './order.ts';
export { type KnownPaths, knownPaths, pathsAfter } from './paths-after.ts';
export { isDown, isMigrationFile, isProgramFile, isSqlFile, type Place, placeOf, upTwins } from './place.ts';
export { sectioning, upSections } from './sections.ts';
