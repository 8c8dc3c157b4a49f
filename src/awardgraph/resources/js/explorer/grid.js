// What pictures in rows and columns share: numbers shaded in steps, and moving between them with the arrow keys.
"use strict";

awardgraph.grid = (() => {
  const steps = 5;
  const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  /** The step of a number, from 1 to at most 5: equal steps are equal ratios, so that small numbers differ, too. */
  const step = (n, largest) => (n ? Math.ceil(Math.min(steps, largest) * Math.log(n + 1) / Math.log(largest + 1) - 1e-9) : 0);

  /** Make the links of a picture one stop of the Tab key; arrows lead from data-at to the nearest in their direction. */
  function walk(root) {
    const stops = [...root.querySelectorAll("[data-at]")];
    const places = stops.map((stop) => stop.dataset.at.split(" ").map(Number));
    stops.forEach((stop, at) => stop.setAttribute("tabindex", at ? "-1" : "0"));
    root.addEventListener("focusin", ({ target }) => {
      if (stops.includes(target)) for (const stop of stops) stop.setAttribute("tabindex", stop === target ? "0" : "-1");
    });
    root.addEventListener("keydown", (event) => {
      const from = places[stops.indexOf(document.activeElement)];
      if (!from || !ways[event.key]) return;
      event.preventDefault();
      stops[nearest(places, from, ways[event.key])]?.focus();
    });
  }

  /** The place that is nearest in a direction; what lies aside of it counts as further away. */
  function nearest(places, [x, y], [right, down]) {
    let [best, least] = [-1, Infinity];
    places.forEach(([px, py], at) => {
      const along = (px - x) * right + (py - y) * down;
      const far = along + 3 * Math.abs((px - x) * down + (py - y) * right);
      if (along > 0 && far < least) [best, least] = [at, far];
    });
    return best;
  }

  return { step, walk };
})();
