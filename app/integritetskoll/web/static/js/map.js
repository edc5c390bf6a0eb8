// A position on the outline of Sweden that the page brings along.

import { byId, make } from "./dom.js";
import { say } from "./words.js";

const POSITION = /^\s*(-?\d{1,2}(?:\.\d+)?),\s*(-?\d{1,3}(?:\.\d+)?)\s*(?:\(.*\))?\s*$/;

export function drawMap(value) {
  const found = POSITION.exec(value);
  if (!found) return null;
  const [north, east] = [Number(found[1]), Number(found[2])];
  const map = byId("map").content.querySelector("svg").cloneNode(true);
  const { west, top, across, down } = map.dataset;
  const [x, y] = [(east - Number(west)) * Number(across), (Number(top) - north) * Number(down)];
  const box = map.viewBox.baseVal;
  if (x < 0 || y < 0 || x > box.width || y > box.height) {
    return make("p", { class: "note" }, say("map_outside"));
  }
  const point = map.querySelector(".point");
  point.setAttribute("cx", x);
  point.setAttribute("cy", y);
  map.setAttribute("aria-label", say("map_alt"));
  return make("figure", { class: "map" }, map, make("figcaption", {}, value));
}
