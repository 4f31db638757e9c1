/** The build without Redis, which the plugin uses too, comes without types. */
declare module 'bottleneck/light.js' {
  export { default } from 'bottleneck';
}
