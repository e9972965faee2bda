/** What the types of Colyseus' client take from those of its server, which would bring all of Node's into the page. */

type RoomClass = new (...args: never[]) => object;

export declare const Room: RoomClass;
export interface SDKTypes<
  Rooms extends Record<string, { '~room': RoomClass }> = Record<string, { '~room': RoomClass }>,
> {
  readonly rooms?: Rooms;
}
