/** A style sheet as text, minified by the build. */
declare module '*.css' {
  const styles: string;
  export default styles;
}
