// What pictures in rows and columns share: numbers shaded in steps.
"use strict";

awardgraph.grid = (() => {
  const steps = 5;

  /** The step of a number, from 1 to at most 5: equal steps are equal ratios, so that small numbers differ, too. */
  const step = (n, largest) => (n ? Math.ceil(Math.min(steps, largest) * Math.log(n + 1) / Math.log(largest + 1) - 1e-9) : 0);

  return { step };
})();
