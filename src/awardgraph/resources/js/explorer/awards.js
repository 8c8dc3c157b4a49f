// Which awards are meant: those of an entity, of a choice of entities and years, and how they are counted.
"use strict";

awardgraph.awards = (() => {
  const { atlas } = awardgraph;
  const [first, end] = atlas.kindRange("award");

  /** By which relations awards lead to an entity of a kind. */
  const ways = {
    scheme: ["underScheme", "inBranch", "forCategory", "level", "inEdition"],
    agency: ["recipient"], project: ["forProject"], ceremony: ["atCeremony"], place: ["awardPlace"], source: ["statedIn", "recordedIn"],
  };
  const above = { agency: "subOrganizationOf", place: "withinPlace" };

  /** Only what was conferred is counted; what was only applied for is no award. */
  const conferred = (id) => atlas.typeOf(id) !== "application";

  /** An entity and everything below it: bodies of a ministry, places of a province. */
  function within(id) {
    const relation = above[atlas.kindOf(id)];
    const all = new Set([id]);
    if (relation) for (const one of all) for (const below of atlas.backward(relation, one)) all.add(below);
    return [...all];
  }

  const parents = {};
  /** For the entities of a kind, from its first one on, what they belong to, and -1 where to nothing. */
  function parentsOf(kind) {
    if (!parents[kind]) {
      const [low, high] = atlas.kindRange(kind);
      const { from = [], to = [] } = atlas.relations[above[kind]] ?? {};
      const up = new Int32Array(high - low).fill(-1);
      for (let i = from.length - 1; i >= 0; i -= 1) if (from[i] >= low && from[i] < high) up[from[i] - low] = to[i];
      parents[kind] = { low, up };
    }
    return parents[kind];
  }

  /** The top of what an entity belongs to, by the relation of its kind: the ministry of an office. */
  function topOf(id) {
    const { low, up } = parentsOf(atlas.kindOf(id));
    const seen = [id];
    for (let next = up[id - low]; next >= 0 && !seen.includes(next); next = up[next - low] ?? -1) seen.push(next);
    return seen.at(-1);
  }

  const cache = new Map();
  /** The awards of an entity, in rising order. */
  function of(id) {
    if (!cache.has(id)) {
      if (cache.size > 200) cache.clear();
      const met = new Uint8Array(end - first);
      for (const ids of found(id)) for (const award of ids) met[award - first] = 1;
      const part = ["award", "person"].includes(atlas.kindOf(id));
      const made = [];
      for (let at = 0; at < met.length; at += 1) if (met[at] && (part || conferred(first + at))) made.push(first + at);
      cache.set(id, Uint32Array.from(made));
    }
    return cache.get(id);
  }

  /** Lists of awards that lead to an entity; an award may stand in several. */
  function* found(id) {
    const kind = atlas.kindOf(id);
    if (kind === "award") yield [id];
    if (kind === "person") for (const part of ["presenter", "receiver"]) yield atlas.forward(part, id);
    for (const one of kind in ways ? within(id) : []) {
      for (const way of ways[kind]) yield atlas.backward(way, one);
      if (kind === "place") for (const project of atlas.backward("projectPlace", one)) yield of(project);
    }
  }

  let whole = null;
  /** The awards that belong to all of some entities and lie in a range of years, in rising order. */
  function chosen(entities = [], [from, to] = [0, Infinity]) {
    const all = from <= 0 && to === Infinity;
    if (all && !entities.length && whole) return whole;
    const hits = new Uint8Array(end - first);
    for (const id of entities) for (const award of of(id)) hits[award - first] += 1;
    const made = new Uint32Array(end - first);
    let n = 0;
    for (let id = first; id < end; id += 1) {
      if (hits[id - first] !== entities.length || !conferred(id)) continue;
      const year = all ? 0 : atlas.yearOf(id);
      if (all || (year >= from && year <= to)) made[n++] = id;
    }
    const found = made.subarray(0, n);
    if (all && !entities.length) whole = found;
    return found;
  }

  const nothing = new Uint32Array();
  const stretches = {};
  /** Where the links of each award begin in a relation: awards stand in rising order, so their links do. */
  function startsOf(relation) {
    const { from = [] } = atlas.relations[relation] ?? {};
    if (!stretches[relation]) {
      const starts = new Uint32Array(end - first + 1);
      let at = 0;
      for (let id = first; id <= end; id += 1) {
        while (at < from.length && from[at] < id) at += 1;
        starts[id - first] = at;
      }
      stretches[relation] = starts;
    }
    return stretches[relation];
  }

  /** Do something with all that an award leads to by a relation. */
  function each(relation, award, act) {
    const starts = startsOf(relation);
    for (let at = starts[award - first]; at < starts[award - first + 1]; at += 1) act(atlas.relations[relation].to[at]);
  }

  const provinces = new Map(Object.entries(atlas.head.provinces).filter(([code]) => /^TH-\d\d$/.test(code)).map(([code, id]) => [id, code]));
  const lying = new Map();
  /** The province of a place, -1 where it lies in none. */
  function provinceOf(place) {
    if (!lying.has(place)) {
      const seen = new Set();
      let next = place;
      while (next !== undefined && next >= 0 && !provinces.has(next) && !seen.has(next)) { seen.add(next); [next] = atlas.forward("withinPlace", next); }
      lying.set(place, provinces.has(next) ? next : -1);
    }
    return lying.get(place);
  }

  /** The sides that are a relation, and those whose entities are found from the ends of some. */
  const relationOf = { scheme: "underScheme", branch: "inBranch", category: "forCategory", level: "level", agency: "recipient" };
  const waysOf = {
    ministry: (award, add) => each("recipient", award, (agency) => add(topOf(agency))),
    province: (award, add) => {
      if (!provinces.size) return;
      each("awardPlace", award, (place) => add(provinceOf(place)));
      if (atlas.relations.projectPlace) each("forProject", award, (project) => { for (const place of atlas.forward("projectPlace", project)) add(provinceOf(place)); });
    },
  };

  const laid = {};
  /** Lays out a side in steps of a few thousand awards. */
  function* laying(name) {
    const starts = new Uint32Array(end - first + 1);
    const ids = [];
    let begin = 0;
    const add = (id) => { if (id >= 0 && !ids.includes(id, begin)) ids.push(id); };
    for (let award = first; award < end; award += 1) {
      begin = ids.length;
      waysOf[name](award, add);
      starts[award - first + 1] = ids.length;
      if (award % 4096 === 0) yield;
    }
    laid[name] = { starts, ids: Uint32Array.from(ids) };
  }

  /** A side as columns, made when first asked for: the entities of award i are ids[starts[i]] to ids[starts[i + 1] - 1]. */
  function side(name) {
    if (name in relationOf) laid[name] ??= { starts: startsOf(relationOf[name]), ids: atlas.relations[relationOf[name]]?.to ?? nothing };
    if (!laid[name]) for (const step of laying(name)) void step;
    return laid[name];
  }

  /** Make sides ready without keeping the browser from its other work. */
  async function ready(names) {
    for (const name of names) {
      if (name in waysOf && !laid[name]) for (const step of laying(name)) await atlas.breath(step);
      else side(name);
      await atlas.breath();
    }
  }

  const entitiesOf = (name) => (award) => side(name).ids.subarray(side(name).starts[award - first], side(name).starts[award - first + 1]);
  const sides = Object.fromEntries([...Object.keys(relationOf), ...Object.keys(waysOf)].map((name) => [name, entitiesOf(name)]));

  const tallies = new WeakMap();
  /** Entity → number of awards on a side, the most first. */
  function counted(awards, name) {
    const own = Array.isArray(awards) ? {} : tallies.get(awards) ?? {};
    if (!own[name]) tallies.set(awards, Object.assign(own, { [name]: tally(awards, name) }));
    return own[name];
  }

  function tally(awards, name) {
    const { starts, ids } = side(name);
    const counts = new Uint32Array(atlas.count);
    const met = [];
    for (const award of awards) {
      const stop = starts[award - first + 1];
      for (let i = starts[award - first]; i < stop; i += 1) {
        if (!counts[ids[i]]) met.push(ids[i]);
        counts[ids[i]] += 1;
      }
    }
    met.sort((left, other) => counts[other] - counts[left] || left - other);
    return new Map(met.map((id) => [id, counts[id]]));
  }

  return { of, chosen, first, end, side, ready, sides, counted, provinceOf, topOf, provinces };
})();
