// Marks of the kinds on the canvas: the same outlines as in lists.
"use strict";

awardgraph.marks = (() => {
  const { data } = awardgraph;
  const outlines = Object.fromEntries(Object.entries(data.shapes).map(([kind, shape]) => [kind, new Path2D(shape.path)]));

  /** The colours of the page as the style sheet gives them, for the canvas. */
  function palette() {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(`--${name}`).trim();
    const names = ["paper", "shade", "text", "muted", "rule", "line", "focus", ...data.kinds];
    return { font: getComputedStyle(document.body).fontFamily, ...Object.fromEntries(names.map((name) => [name, colour(name)])) };
  }

  /** How full a mark is: the higher an award's level, the deeper; nothing known, full. */
  const depth = (entity) => (entity.strength === 0 || entity.strength > 0.8 ? 1 : entity.strength > 0.5 ? 0.5 : 0.22);

  /** Draw the mark of an entity around (x, y). */
  function draw(ctx, entity, x, y, size, colours, letter) {
    const shape = data.shapes[entity.kind];
    const outline = outlines[entity.kind];
    const colour = colours[entity.kind];
    const hollow = shape.ring || entity.marks.includes("application");
    const full = hollow ? 0 : depth(entity);
    ctx.save();
    ctx.translate(x, y);
    ctx.scale(size, size);
    ctx.lineJoin = "round";
    if (entity.marks.includes("international") || entity.marks.includes("disputed")) outer(ctx, entity, outline, colour);
    ctx.fillStyle = colours.paper;
    ctx.fill(outline);
    ctx.globalAlpha *= full;
    ctx.fillStyle = colour;
    ctx.fill(outline);
    if (full) ctx.globalAlpha /= full;
    else ctx.restore(), ctx.save(), ctx.translate(x, y), ctx.scale(size, size);
    ctx.strokeStyle = colour;
    ctx.lineWidth = hollow ? 2.6 : 1.2;
    ctx.stroke(outline);
    if (letter) {
      ctx.fillStyle = full === 1 ? colours.paper : full ? colours.text : colour;
      ctx.font = `700 12.5px ${colours.font}`;
      ctx.textAlign = "center";
      ctx.textBaseline = "middle";
      ctx.fillText(letter, 0, shape.middle + 0.8);
    }
    ctx.restore();
  }

  /** A second outline: whole for an international award, dashed where sources disagree. */
  function outer(ctx, entity, outline, colour) {
    ctx.save();
    ctx.scale(1.36, 1.36);
    ctx.strokeStyle = colour;
    ctx.lineWidth = 1.1;
    if (entity.marks.includes("disputed")) ctx.setLineDash([3, 2.4]);
    ctx.stroke(outline);
    ctx.restore();
  }

  return { icon: awardgraph.icon, palette, draw };
})();
