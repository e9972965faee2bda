/** The page for a model that is taken home, which the build makes of main.tsx: all in one text. */

declare module 'virtual:home-page' {
  export const page: string;
}
