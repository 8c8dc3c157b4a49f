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

  /** The top of what an entity belongs to, by the relation of its kind: the ministry of an office. */
  function topOf(id) {
    const relation = above[atlas.kindOf(id)];
    const seen = new Set();
    for (let next = id; next !== undefined && !seen.has(next); [next] = atlas.forward(relation, next)) { seen.add(next); id = next; }
    return id;
  }

  const cache = new Map();
  /** The awards of an entity, in rising order. */
  function of(id) {
    if (!cache.has(id)) {
      if (cache.size > 200) cache.clear();
      cache.set(id, Uint32Array.from(found(id)).sort());
    }
    return cache.get(id);
  }

  function found(id) {
    const kind = atlas.kindOf(id);
    if (kind === "award") return [id];
    if (kind === "person") return [...new Set(["presenter", "receiver"].flatMap((part) => [...atlas.forward(part, id)]))];
    const all = new Set();
    for (const one of within(id)) for (const way of ways[kind]) for (const award of atlas.backward(way, one)) if (conferred(award)) all.add(award);
    if (kind === "place") for (const one of within(id)) for (const project of atlas.backward("projectPlace", one)) for (const award of of(project)) all.add(award);
    return all;
  }

  /** The awards that belong to all of some entities and lie in a range of years, in rising order. */
  function chosen(entities = [], [from, to] = [0, Infinity]) {
    const hits = new Uint8Array(end - first);
    for (const id of entities) for (const award of of(id)) hits[award - first] += 1;
    const made = [];
    const all = from <= 0 && to === Infinity;
    for (let id = first; id < end; id += 1) {
      if (hits[id - first] !== entities.length || !conferred(id)) continue;
      const year = all ? 0 : atlas.yearOf(id);
      if (all || (year >= from && year <= to)) made.push(id);
    }
    return Uint32Array.from(made);
  }

  const columns = {};
  /** For every award, from the first one on, the entity that it leads to by a relation; -1 where none. */
  function column(relation) {
    if (!columns[relation]) {
      const made = new Int32Array(end - first).fill(-1);
      const { from = [], to = [] } = atlas.relations[relation] ?? {};
      for (let i = from.length - 1; i >= 0; i -= 1) if (from[i] >= first && from[i] < end) made[from[i] - first] = to[i];
      columns[relation] = made;
    }
    return columns[relation];
  }

  const provinces = new Map(Object.entries(atlas.head.provinces).filter(([code]) => /^TH-\d\d$/.test(code)).map(([code, id]) => [id, code]));
  /** The province of a place, -1 where it lies in none. */
  function provinceOf(place) {
    const seen = new Set();
    while (place !== undefined && place >= 0 && !provinces.has(place) && !seen.has(place)) { seen.add(place); [place] = atlas.forward("withinPlace", place); }
    return provinces.has(place) ? place : -1;
  }

  /** How an award is counted by each side of a table: one, several or no entities. */
  const sides = {
    scheme: (award) => one("underScheme", award), branch: (award) => one("inBranch", award),
    category: (award) => one("forCategory", award), level: (award) => one("level", award),
    agency: (award) => atlas.forward("recipient", award),
    ministry: (award) => [...new Set([...atlas.forward("recipient", award)].map(topOf))],
    province: (award) => [...new Set([column("awardPlace")[award - first], ...[...atlas.forward("forProject", award)].flatMap((project) => [...atlas.forward("projectPlace", project)])].map(provinceOf))].filter((id) => id >= 0),
  };

  function one(relation, award) {
    const id = column(relation)[award - first];
    return id < 0 ? [] : [id];
  }

  /** Entity → number of awards on a side, the most first. */
  function counted(awards, side) {
    const counts = new Map();
    for (const award of awards) for (const id of sides[side](award)) counts.set(id, (counts.get(id) ?? 0) + 1);
    return new Map([...counts].sort((one, other) => other[1] - one[1] || one[0] - other[0]));
  }

  return { of, chosen, column, first, end, sides, counted, provinceOf, topOf, provinces };
})();
