// Marks of the kinds: the same outlines as SVG in lists and on the canvas.
"use strict";

awardgraph.marks = (() => {
  const { data, say } = awardgraph;
  const svg = "http://www.w3.org/2000/svg";
  const outlines = Object.fromEntries(Object.entries(data.shapes).map(([kind, shape]) => [kind, new Path2D(shape.path)]));

  /** A mark for lists; marks of an entity show what is particular about it. */
  function icon(kind, marks = []) {
    const shape = data.shapes[kind];
    const image = document.createElementNS(svg, "svg");
    const hollow = shape.ring || marks.includes("application");
    image.setAttribute("class", `mark is-${kind}${hollow ? " hollow" : ""}`);
    image.setAttribute("viewBox", "-17 -17 34 34");
    image.setAttribute("aria-hidden", "true");
    const outline = document.createElementNS(svg, "path");
    outline.setAttribute("d", shape.path);
    const letter = document.createElementNS(svg, "text");
    letter.setAttribute("y", shape.middle);
    letter.setAttribute("dy", ".36em");
    letter.textContent = say(`letter.${kind}`);
    image.append(outline, letter);
    return image;
  }

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

  return { icon, palette, draw };
})();
