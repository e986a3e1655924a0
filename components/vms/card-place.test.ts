import { describe, expect, test } from "vitest";
import { placeCard } from "./card-place.ts";

const BOX = { left: 200, top: 100, width: 1000, height: 700 };

describe("the position of the card", () => {
  test("below its cell, if there is room", () => {
    const place = placeCard({ left: 500, top: 200, width: 42, height: 28 }, BOX);
    expect(place).toEqual({ left: 300, top: 132, bottom: null, room: 564 });
  });

  test("above near the foot, growing upwards", () => {
    const place = placeCard({ left: 500, top: 700, width: 42, height: 28 }, BOX);
    expect(place.top).toBeNull();
    expect(place.bottom).toBe(104);
    expect(place.room).toBe(592);
  });

  test("never over the right edge", () => {
    expect(placeCard({ left: 1150, top: 200, width: 42, height: 28 }, BOX).left).toBe(572);
  });

  test("in a low box it takes the larger side", () => {
    const low = { ...BOX, height: 300 };
    expect(placeCard({ left: 500, top: 120, width: 42, height: 28 }, low).bottom).toBeNull();
    expect(placeCard({ left: 500, top: 350, width: 42, height: 28 }, low).top).toBeNull();
  });
});
