// The details of what is chosen: its names, its facts with who states them and in which words, its links.
"use strict";

awardgraph.details = (() => {
  const { atlas, awards, data, say, counted, named, element, nameElement, link, icon, called } = awardgraph;
  const place = document.getElementById("details");
  /** Links of one kind before the rest is counted. */
  const few = 12;
  /** Links that are told as who states something, not as facts. */
  const told = new Set(["statedIn", "recordedIn", "describedIn", "namedIn"]);
  const asFact = { projectPlace: "locatedIn", withinPlace: "locatedIn", presenterAt: "presenter", receiverAt: "receiver" };

  /** A name that leads to its entity. */
  function go(id, words = called(id)) {
    return nameElement(words, "a", { href: `#n=~${id}`, "data-go": id, onclick: (event) => { event.preventDefault(); awardgraph.choose(id, "read"); } });
  }

  /** The facts of an entity in the order in which they are read: [{ name, values, sources }]. */
  function factsOf(id, record) {
    const facts = new Map();
    const add = (name, value, sources) => {
      const key = `${name} ${sources}`;
      if (!facts.has(key)) facts.set(key, { name, values: [], sources });
      facts.get(key).values.push(value);
    };
    atlas.head.relations.forEach((relation, number) => {
      if (told.has(relation)) return;
      for (const other of atlas.forward(relation, id)) {
        const exception = record.others.find(([own, end]) => own === number && end === other);
        add(asFact[relation] ?? relation, { id: other }, exception?.[2] ?? record.sources);
      }
    });
    for (const [name, value, sources] of record.facts) {
      const words = typeof value === "number" ? { id: value } : Array.isArray(value) ? { words: { th: value[0], en: value[1] } } : { words: { th: value, en: value } };
      add(name, words, sources ?? record.sources);
    }
    const order = Object.keys(data.messages.en.fact);
    return [...facts.values()].sort((one, other) => order.indexOf(one.name) - order.indexOf(other.name));
  }

  /** What is asked for last is shown, however long the others took to read. */
  let turn = 0;

  async function show(id, { focus = false } = {}) {
    const mine = ++turn;
    const record = await atlas.record(id);
    const facts = factsOf(id, record);
    const around = neighboursOf(id);
    const sources = [...new Set([...facts.flatMap((fact) => fact.sources), ...record.sources, ...record.quotes.map(([source]) => source)])].filter((source) => source >= 0);
    const mentioned = facts.flatMap((fact) => fact.values.map((value) => value.id)).filter((other) => other !== undefined && other >= 0);
    await atlas.names([id, ...mentioned, ...sources, ...around.flatMap((group) => group.ids.slice(0, few))]);
    const records = new Map(await Promise.all(sources.map(async (source) => [source, await atlas.record(source)])));
    if (mine !== turn) return;
    place.replaceChildren(...[
      ...head(id), address(id, record), ...groups(facts, record, records), neighbours(id, around), awardgraph.views.path.control(id),
      element("p", { class: "iri small muted" }, `${say("page.identifier")}: `, element("bdi", {}, atlas.iriOf(record.key))),
    ].filter(Boolean));
    place.scrollTop = 0;
    place.dataset.id = id;
    if (focus) place.focus();
  }

  function head(id) {
    const name = called(id);
    const [, lang] = named(name);
    const other = lang === "th" ? "en" : "th";
    const also = (atlas.name(id).also ?? []).map((text) => element("bdi", {}, text));
    return [
      element("p", { class: "type" }, icon(atlas.kindOf(id), atlas.marksOf(id)), say(`type.${atlas.typeOf(id)}`)),
      nameElement(name, "h2"),
      name[other] && name[lang] && name[other] !== name[lang] ? element("p", { class: "other", lang: other }, element("bdi", {}, name[other])) : null,
      also.length ? element("p", { class: "small muted said" }, `${say("page.also_called")} `, ...also.flatMap((part, at) => (at ? [" · ", part] : [part]))) : null,
      ...atlas.marksOf(id).map((mark) => element("p", { class: `badge ${mark}` }, say(`marks.${mark}`))),
    ];
  }

  /** Where a document can be read. */
  function address(id, record) {
    const iri = atlas.iriOf(record.key);
    return atlas.kindOf(id) === "source" && iri === record.key ? element("p", { class: "small said" }, link(iri, iri, " ↗")) : null;
  }

  /** Facts that the same sources state stand together, and under them who states them. */
  function groups(facts, record, records) {
    const made = new Map();
    for (const fact of facts) {
      const key = String(fact.sources);
      if (!made.has(key)) made.set(key, { sources: fact.sources, facts: [] });
      made.get(key).facts.push(fact);
    }
    const quoted = new Set();
    const drawn = [...made.values()].map((group) => element("section", { class: "facts" }, element("dl", {}, ...group.facts.map(line)), by(group.sources, record, records, quoted)));
    const rest = [...new Set(record.quotes.map(([source]) => source))].filter((source) => !quoted.has(source));
    if (rest.length) drawn.push(element("section", { class: "facts" }, by(rest, record, records, quoted)));
    return drawn;
  }

  function line(fact) {
    const values = fact.values.map(({ id, words }) => (id === undefined ? nameElement(words) : id < 0 ? say("page.unnamed") : go(id)));
    return element("div", {}, element("dt", {}, say(`fact.${fact.name}`)), element("dd", {}, values.length > 1 ? element("ul", {}, ...values.map((value) => element("li", {}, value))) : values[0]));
  }

  function by(sources, record, records, quoted) {
    const more = -sources.filter((source) => source < 0).reduce((sum, n) => sum + n, 0);
    if (!sources.length) return element("p", { class: "small muted" }, say("page.no_source"));
    return element("ul", { class: "by", "aria-label": say("page.sources") }, ...sources.filter((source) => source >= 0).map((source) => {
      const quotes = quoted.has(source) ? [] : record.quotes.filter(([from]) => from === source);
      quoted.add(source);
      return element("li", {}, ...quotes.flatMap(quote), cited(source, records.get(source)));
    }), more ? element("li", {}, say("explorer.more_sources", { n: more.toLocaleString("en") })) : null);
  }

  function cited(source, record) {
    const iri = atlas.iriOf(record.key);
    const way = iri === record.key && /^https?:/i.test(iri) ? link(iri, new URL(iri).hostname.replace(/^www\./, ""), " ↗") : null;
    return element("p", { class: "source" }, `${say("page.according_to")} `, go(source), way ? " · " : null, way);
  }

  const quote = ([, words, remark]) => [
    element("blockquote", {}, "“", element("bdi", {}, words), "”"),
    remark ? element("p", { class: "remark" }, `${say("page.remark")}: `, element("bdi", {}, remark)) : null,
  ];

  /** What leads here, by relation; what this leads to stands among its facts. */
  function neighboursOf(id) {
    return atlas.head.relations.map((name) => ({ name, ids: [...new Set(atlas.backward(name, id))] }))
      .filter(({ ids }) => ids.length)
      .map(({ name, ids }) => ({ name, ids: ids.sort((one, other) => atlas.yearOf(other) - atlas.yearOf(one) || one - other) }));
  }

  function neighbours(id, around) {
    if (!around.length) return null;
    return element("section", { class: "neighbours" }, element("h3", {}, say("page.links")), ...around.flatMap(({ name, ids }) => [
      element("h4", {}, `${say(`inverse.${name}`)} · ${ids.length.toLocaleString("en")}`),
      element("ul", {}, ...ids.slice(0, few).map((other) => element("li", {}, item(other)))),
      ids.length > few ? element("p", { class: "small" }, element("a", { href: `#v=agency&n=~${id}`, onclick: (event) => { event.preventDefault(); awardgraph.choose(id, "agency"); } }, say("explorer.more", { n: (ids.length - few).toLocaleString("en") }))) : null,
    ]));
  }

  function item(id) {
    const year = atlas.kindOf(id) === "award" && atlas.yearOf(id);
    const made = element("button", { type: "button", "data-go": id, onclick: () => awardgraph.choose(id, "read") });
    made.append(icon(atlas.kindOf(id), atlas.marksOf(id)), nameElement(called(id)), ...(year ? [element("span", { class: "year" }, awardgraph.yearWords(year))] : []));
    return made;
  }

  /** The awards of one cell of a picture: those in view that belong to all of some entities, and to a year. */
  async function showCell({ ids, year, own }, { filters, years }) {
    const mine = ++turn;
    const bodies = own ? ids.filter((id) => atlas.kindOf(id) === "agency") : [];
    const found = [...awards.chosen([...ids, ...filters], year ? [year, year] : years ?? undefined)]
      .filter((award) => bodies.every((body) => atlas.forward("recipient", award).includes(body)));
    const shown = found.slice(0, 100);
    const winners = new Map(shown.map((award) => [award, [...atlas.forward("recipient", award)]]));
    await atlas.names([...ids, ...shown, ...[...winners.values()].flat()]);
    if (mine !== turn) return;
    place.replaceChildren(
      element("p", { class: "type" }, icon("award"), counted("award", found.length)),
      element("h2", {}, ...[...ids.map((id) => nameElement(called(id))), ...(year ? [awardgraph.yearWords(year, true)] : [])].flatMap((part, at) => (at ? [" · ", part] : [part]))),
      element("section", { class: "neighbours" }, element("ul", {}, ...shown.map((award) => element("li", {}, item(award), ...winners.get(award).map((winner) => element("p", { class: "small winner" }, go(winner))))))),
      ...(found.length > shown.length ? [element("p", { class: "small muted" }, say("explorer.more", { n: (found.length - shown.length).toLocaleString("en") }))] : []),
    );
    place.scrollTop = 0;
    place.dataset.id = "";
  }

  /** Nothing is chosen, or what is asked for is not in the graph. */
  function empty(missing = "") {
    turn += 1;
    const words = missing ? say("explorer.nothing_found", { text: missing }) : say(atlas.count ? "explorer.nothing_chosen" : "page.empty");
    place.replaceChildren(element("p", { class: "muted" }, words));
    place.dataset.id = "";
  }

  return { show, showCell, empty };
})();
