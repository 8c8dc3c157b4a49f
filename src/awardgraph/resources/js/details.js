// The details of the chosen node: its names, its facts with who states them, its links.
"use strict";

awardgraph.details = (() => {
  const { data, say, counted, named, element, nameElement, link, marks } = awardgraph;
  const place = document.getElementById("details");
  let onChoose = () => {};

  /** A name that leads to its node: a link, because names break over lines and buttons do not. */
  const go = (iri, words) => nameElement(words, "a", {
    href: `#n=${encodeURIComponent(data.entities[iri].key)}`, "data-go": iri,
    onclick: (event) => { event.preventDefault(); onChoose(iri); },
  });

  function head(entity) {
    const [, lang] = named(entity.label);
    const other = lang === "th" ? "en" : "th";
    const also = entity.names.map((name) => nameElement(name));
    return [
      element("p", { class: "type" }, marks.icon(entity.kind, entity.marks), say(`type.${entity.type}`)),
      entity.label.th || entity.label.en ? nameElement(entity.label, "h2") : element("h2", {}, say("page.unnamed")),
      entity.label[other] && entity.label[lang] ? element("p", { class: "other", lang: other }, element("bdi", {}, entity.label[other])) : null,
      also.length ? element("p", { class: "small muted said" }, `${say("page.also_called")} `, ...joined(also, " · ")) : null,
      ...entity.marks.map((mark) => element("p", { class: `badge ${mark}` }, say(`marks.${mark}`))),
    ];
  }

  const joined = (parts, between) => parts.flatMap((part, place) => (place ? [between, part] : [part]));

  /** Facts that the same sources state stand together, and under them who states them. */
  function facts(entity) {
    const groups = new Map();
    for (const fact of entity.facts) {
      const key = fact.sources.join(" ");
      if (!groups.has(key)) groups.set(key, { sources: fact.sources, facts: [] });
      groups.get(key).facts.push(fact);
    }
    const quoted = new Set();
    const made = [...groups.values()].map(({ sources, facts: told }) =>
      element("section", { class: "facts" }, element("dl", {}, ...told.map(line)), by(entity, sources, quoted)));
    const rest = [...new Set(entity.quotes.map((quote) => quote.source))].filter((source) => !quoted.has(source));
    if (rest.length) made.push(element("section", { class: "facts" }, by(entity, rest, quoted)));
    return made;
  }

  function line(fact) {
    const values = fact.values.map(({ words, iri }) => (iri && data.entities[iri] ? go(iri, words) : nameElement(words)));
    const told = values.length > 1 ? element("ul", {}, ...values.map((value) => element("li", {}, value))) : values[0];
    return element("div", {}, element("dt", {}, say(`fact.${fact.name}`)), element("dd", {}, told));
  }

  function by(entity, sources, quoted) {
    if (!sources.length) return null;
    return element("ul", { class: "by", "aria-label": say("page.sources") }, ...sources.map((iri) => {
      const quotes = quoted.has(iri) ? [] : entity.quotes.filter((quote) => quote.source === iri);
      quoted.add(iri);
      return element("li", {}, ...quotes.flatMap(quote), source(iri));
    }));
  }

  function source(iri) {
    const { title, address } = data.sources[iri];
    const drawn = data.entities[iri];
    const name = drawn ? go(iri, title) : nameElement(title);
    const way = address ? link(address, new URL(address).hostname.replace(/^www\./, ""), " ↗") : null;
    return element("p", { class: "source" }, `${say("page.according_to")} `, name, way ? " · " : null, way);
  }

  const quote = ({ words, remark }) => [
    element("blockquote", {}, "“", element("bdi", {}, words), "”"),
    remark ? element("p", { class: "remark" }, `${say("page.remark")}: `, element("bdi", {}, remark)) : null,
  ];

  /** What is drawn beside this node and not yet among its facts: every line is said once. */
  function neighbours(iri, entity) {
    const told = new Set(entity.facts.flatMap((fact) => fact.values.map((value) => value.iri)));
    const groups = new Map();
    for (const { from, to, relation } of data.network.edges) {
      const other = from === iri ? to : to === iri ? from : null;
      if (!other || (from === iri && told.has(other))) continue;
      const [first, ...rest] = say(`${from === iri ? "relation" : "inverse"}.${relation}`);
      const words = first.toUpperCase() + rest.join("");
      if (!groups.has(words)) groups.set(words, new Set());
      groups.get(words).add(other);
    }
    const more = entity.hidden.map(([kind, n]) => counted(kind, n));
    if (!groups.size && !more.length) return null;
    return element("section", { class: "neighbours" },
      groups.size ? element("h3", {}, say("page.links")) : null,
      ...[...groups].flatMap(([words, others]) => [
        element("h4", {}, words),
        element("ul", {}, ...[...others].sort(newestFirst).map((other) => element("li", {}, neighbour(other)))),
      ]),
      more.length ? element("p", { class: "small muted said" }, say("page.more_here", { list: more.join(", ") })) : null);
  }

  /** Awards and editions by year, the newest first; the rest by name. */
  function newestFirst(one, other) {
    const [left, right] = [data.entities[one], data.entities[other]];
    return (right.year ?? 0) - (left.year ?? 0) || named(left.label)[0].localeCompare(named(right.label)[0], awardgraph.language(), { numeric: true });
  }

  function neighbour(iri) {
    const entity = data.entities[iri];
    const label = entity.label.th || entity.label.en ? entity.label : { en: entity.key };
    const button = element("button", { type: "button", onclick: () => onChoose(iri), "data-go": iri });
    button.append(marks.icon(entity.kind, entity.marks), nameElement(label));
    return button;
  }

  /** Show the details of an entity. */
  function show(iri) {
    const entity = data.entities[iri];
    place.replaceChildren(...[
      ...head(entity),
      entity.address ? element("p", { class: "small said" }, link(entity.address, entity.address, " ↗")) : null,
      ...facts(entity),
      neighbours(iri, entity),
      element("p", { class: "iri small muted" }, `${say("page.identifier")}: `, element("bdi", {}, iri)),
    ].filter(Boolean));
    place.scrollTop = 0;
    place.dataset.node = iri;
  }

  return { show, focus: () => place.focus({ preventScroll: false }), onChoose: (listener) => { onChoose = listener; } };
})();
