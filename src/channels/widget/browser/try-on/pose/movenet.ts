/** Side of the square that MoveNet Lightning looks at, in pixels. */
export const SIDE = 192;

/** As many points it gives: three numbers each, y and x as shares of the square, and how sure it is. */
export const POINTS = 17;
