// The picture: vis-network holds nodes, lines and the pointer; marks and labels are drawn here, because
// labels must keep their size at every zoom and never lie on each other.
"use strict";

awardgraph.drawing = (() => {
  const { data, say, language, marks } = awardgraph;
  const place = document.getElementById("picture");
  const entities = data.entities;
  const nodes = data.network.nodes;
  const edges = data.network.edges;
  const at = Object.fromEntries(nodes.map(({ id, x, y }) => [id, { x, y }]));
  const beside = Object.fromEntries(nodes.map(({ id }) => [id, new Set()]));
  for (const edge of edges) {
    beside[edge.from].add(edge.to);
    beside[edge.to].add(edge.from);
  }
  // Ranks decide whose label is drawn where there is no room for all.
  const rank = Object.fromEntries(nodes.map(({ id }) => [id, entities[id].distance * 100 - beside[id].size]));
  const order = nodes.map(({ id }) => id).sort((one, other) => rank[one] - rank[other]);

  let colours = marks.palette();
  let network = null;
  let chosen = data.focus;
  let under = null;
  let shown = () => true;
  let onChoose = () => {};
  let written = [];

  const words = globalThis.Intl?.Segmenter ? new Intl.Segmenter("th", { granularity: "word" }) : null;
  const fitted = new Map();

  /** The lines of a label: broken between words where the browser knows them. */
  function lines(id) {
    const key = `${language()} ${id}`;
    if (!fitted.has(key)) fitted.set(key, breakLines(entities[id], entities[id].lines[language()]));
    return fitted.get(key);
  }

  function breakLines(entity, prepared) {
    const [full] = awardgraph.named(entity.label);
    if (!words || entity.fixed || !full || !/[\u0e00-\u0e7f]/.test(full) || !prepared.includes("\n")) return prepared.split("\n");
    const longest = Math.max(...prepared.split("\n").map(measure)) + 4;
    const made = [""];
    for (const { segment } of words.segment(full)) {
      const last = made.at(-1);
      if (measure(last + segment) <= longest || !last) made[made.length - 1] += made.length > 1 && !last ? segment.trimStart() : segment;
      else if (made.length < 2) made.push(segment.trimStart());
      else { made[1] = `${made[1].trimEnd()}…`; break; }
    }
    return made.map((line) => line.trim());
  }

  const ruler = document.createElement("canvas").getContext("2d");
  function measure(text) {
    ruler.font = `400 12px ${colours.font}`;
    return ruler.measureText(text).width;
  }

  const near = (id) => id === chosen || beside[chosen]?.has(id);
  /** Whether what is not linked to the choice steps back: only once something else than the subject is chosen. */
  const stepsBack = () => chosen !== data.focus;

  function drawMark({ ctx, id, x, y, state }) {
    const entity = entities[id];
    const scale = network ? network.getScale() : 1;
    // Marks shrink more slowly than the picture.
    const size = (id === data.focus ? 1.3 : entity.distance === 1 ? 1 : 0.86) / Math.max(0.25, Math.min(1, scale ** 0.6)) * Math.min(1, scale ** 0.2);
    return {
      drawNode() {
        ctx.globalAlpha = stepsBack() && !near(id) ? 0.4 : 1;
        if (id === chosen) halo(ctx, x, y, 21 * size);
        marks.draw(ctx, entity, x, y, size, colours, scale > 0.35 ? say(`letter.${entity.kind}`) : "");
      },
      nodeDimensions: { width: 30 * size, height: 30 * size },
    };
  }

  function halo(ctx, x, y, radius) {
    ctx.save();
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
    ctx.fillStyle = colours.paper;
    ctx.fill();
    ctx.strokeStyle = colours.focus;
    ctx.lineWidth = 2;
    ctx.stroke();
    ctx.restore();
  }

  /** Draw labels in pixels of the screen, the important first, each only where it lies on no other. */
  function drawLabels(ctx) {
    const ratio = ctx.canvas.width / ctx.canvas.clientWidth;
    const taken = [];
    written = [];
    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.textAlign = "center";
    ctx.textBaseline = "alphabetic";
    ctx.lineJoin = "round";
    const visible = order.filter((id) => shown(id));
    const first = [under, chosen, ...(stepsBack() ? beside[chosen] ?? [] : [])].filter((id) => id && shown(id));
    const where = Object.fromEntries(visible.map((id) => [id, network.canvasToDOM(at[id])]));
    for (const id of visible) taken.push(box(where[id].x, where[id].y, 9, 9, id));
    for (const id of new Set([...first, ...visible])) drawLabel(ctx, id, where[id], taken);
    if (stepsBack() || under) drawRelations(ctx, where, taken);
    ctx.restore();
  }

  const box = (x, y, halfWidth, halfHeight, id) => ({ left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight, id });
  const clash = (one, other) => one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;

  /** Where a label may stand, best first: below its mark, above it, to its right or left. */
  function placesFor(id, { x, y }, half, height) {
    const far = 17 * Math.min(1, network.getScale() ** 0.6) * (id === data.focus ? 1.3 : 1) + (id === chosen ? 5 : 1);
    const area = (left, top) => ({ left, right: left + 2 * half, top, bottom: top + height, id });
    return [
      area(x - half, y + far), area(x - half, y - far - height),
      area(x + far + 1, y - height / 2), area(x - far - 1 - 2 * half, y - height / 2),
    ];
  }

  /** The area that lies on the fewest others. */
  function leastHidden(areas, taken, id) {
    const hides = (area) => taken.filter((other) => other.id !== id && clash(area, other)).length;
    return areas.reduce((best, area) => (hides(area) < hides(best) ? area : best));
  }

  function drawLabel(ctx, id, point, taken) {
    const main = id === data.focus || id === chosen;
    const text = lines(id);
    ctx.font = `${main ? 700 : 400} ${main ? 13 : 12}px ${colours.font}`;
    const half = Math.max(...text.map((line) => ctx.measureText(line).width)) / 2;
    const areas = placesFor(id, point, half, text.length * 16);
    const free = (area) => !taken.some((other) => other.id !== id && clash(area, other));
    const inside = (area) => area.left > 2 && area.top > 2 && area.right < place.clientWidth - 2 && area.bottom < place.clientHeight - 2;
    // The subject and the choice are named even where that hides something.
    const area = areas.find((each) => free(each) && inside(each)) ?? areas.slice(0, 1).find(free) ?? (main || id === under ? leastHidden(areas, taken, id) : null);
    if (!area) return;
    taken.push(area);
    written.push(area);
    ctx.globalAlpha = stepsBack() && !near(id) && id !== under ? 0.6 : 1;
    ctx.textAlign = area === areas[2] ? "left" : area === areas[3] ? "right" : "center";
    const x = area === areas[2] ? area.left : area === areas[3] ? area.right : point.x;
    ctx.strokeStyle = colours.paper;
    ctx.lineWidth = 4;
    ctx.fillStyle = colours.text;
    text.forEach((line, row) => {
      ctx.strokeText(line, x, area.top + 12 + row * 16);
      ctx.fillText(line, x, area.top + 12 + row * 16);
    });
    ctx.globalAlpha = 1;
    ctx.textAlign = "center";
  }

  /** Say what the lines of the chosen node mean, where there is room. */
  function drawRelations(ctx, where, taken) {
    ctx.font = `400 11px ${colours.font}`;
    for (const edge of edges) {
      const own = [edge.from, edge.to];
      if (!own.includes(under ?? chosen) || !own.every(shown)) continue;
      const [from, to] = own.map((id) => where[id]);
      const text = say(`relation.${edge.relation}`);
      const half = ctx.measureText(text).width / 2;
      for (const part of [0.5, 0.62, 0.38]) {
        const [x, y] = [from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part];
        const area = box(x, y, half + 2, 8);
        if (taken.some((other) => clash(area, other))) continue;
        taken.push(area);
        ctx.strokeStyle = colours.paper;
        ctx.lineWidth = 5;
        ctx.fillStyle = colours.muted;
        ctx.strokeText(text, x, y + 4);
        ctx.fillText(text, x, y + 4);
        break;
      }
    }
  }

  const plain = () => ({ color: colours.line, highlight: colours.focus, hover: colours.focus, opacity: 1 });

  function create() {
    const options = {
      physics: false,
      layout: { improvedLayout: false },
      interaction: { hover: true, tooltipDelay: 1e9, keyboard: false, selectConnectedEdges: true, zoomSpeed: 0.6 },
      nodes: { shape: "custom", ctxRenderer: drawMark, chosen: false, font: { size: 0 } },
      edges: { smooth: false, width: 1, hoverWidth: 0.6, selectionWidth: beside[data.focus].size > 20 ? 0 : 0.8, color: plain() },
    };
    place.replaceChildren();
    network = new vis.Network(place, { nodes: new vis.DataSet(nodes), edges: new vis.DataSet(edges) }, options);
    network.on("afterDrawing", drawLabels);
    network.on("click", ({ nodes: [id] }) => id && onChoose(id));
    network.on("hoverNode", ({ node }) => { under = node; place.classList.add("pointing"); network.redraw(); });
    network.on("blurNode", () => { under = null; place.classList.remove("pointing"); network.redraw(); });
    network.on("dragEnd", ({ nodes: ids }) => { for (const id of ids) at[id] = network.getPosition(id); });
    network.on("dragging", ({ nodes: ids }) => { for (const id of ids) at[id] = network.getPosition(id); });
    network.on("resize", () => whole());
    whole();
  }

  /** Show the whole picture with its labels; on a small screen, the subject at a size that can be read. */
  function whole() {
    const seen = nodes.map(({ id }) => id).filter(shown);
    if (!network || !seen.length || !place.clientWidth) return;
    const [xs, ys] = [seen.map((id) => at[id].x), seen.map((id) => at[id].y)];
    const [left, right] = [Math.min(...xs), Math.max(...xs)];
    const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
    // Labels keep their size, so their room is set aside before the scale is found.
    const scale = Math.min((place.clientWidth - 190) / (right - left || 1), (place.clientHeight - 96) / (bottom - top || 1), 1.25);
    const smallest = 0.5;
    const middle = { x: (left + right) / 2, y: (top + bottom) / 2 + 10 / Math.max(scale, smallest) };
    network.moveTo(scale < smallest ? { position: at[chosen], scale: smallest } : { position: middle, scale });
  }

  function zoom(direction) {
    if (!direction) return whole();
    network.moveTo({ scale: Math.min(4, Math.max(0.15, network.getScale() * 1.3 ** direction)), animation: !awardgraph.still && { duration: 150 } });
  }

  function choose(id) {
    chosen = id;
    if (!network) return;
    network.selectNodes(shown(id) ? [id] : []);
    const { x, y } = network.canvasToDOM(at[id]);
    const outside = x < 40 || y < 40 || x > place.clientWidth - 40 || y > place.clientHeight - 40;
    if (outside && place.clientWidth) network.moveTo({ position: at[id], animation: !awardgraph.still && { duration: 150 } });
    else network.redraw();
  }

  function filter(isShown) {
    shown = isShown;
    network.body.data.nodes.update(nodes.map(({ id }) => ({ id, hidden: !shown(id) })));
    network.body.data.edges.update(edges.map(({ id, from, to }) => ({ id, hidden: !(shown(from) && shown(to)) })));
  }

  /** The nearest shown node in a direction, or nothing. */
  function towards(dx, dy) {
    const from = at[chosen];
    let [best, least] = [null, Infinity];
    for (const id of order.filter((other) => other !== chosen && shown(other))) {
      const [x, y] = [at[id].x - from.x, at[id].y - from.y];
      const [along, across] = [x * dx + y * dy, Math.abs(x * dy - y * dx)];
      if (along > 0 && along + across * 2 < least) [best, least] = [id, along + across * 2];
    }
    return best;
  }

  /** Take colours and words anew. */
  function refresh() {
    colours = marks.palette();
    fitted.clear();
    if (network) network.setOptions({ edges: { color: plain() } });
    network?.redraw();
  }

  create();
  document.fonts?.ready.then(refresh);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", refresh);
  // Paper is white.
  addEventListener("beforeprint", () => { document.documentElement.dataset.theme = "light"; refresh(); });
  addEventListener("afterprint", () => { delete document.documentElement.dataset.theme; refresh(); });

  return {
    choose, filter, towards, zoom, refresh,
    labels: () => written,
    where: (point) => network.canvasToDOM(point),
    onChoose: (listener) => { onChoose = listener; },
  };
})();
