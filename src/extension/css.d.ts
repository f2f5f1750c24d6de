/** Style sheets come into the scripts as text. */
declare module "*.css" {
  const css: string;
  export default css;
}
