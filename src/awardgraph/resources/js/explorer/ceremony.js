// One ceremony: when and where, who won what in which category, who presented, who received, what was shown.
"use strict";

awardgraph.views.ceremony = (() => {
  const { atlas, awards, say, counted, drawing, named, parts } = awardgraph;
  const { svg, text, mark, entity, cell, frame, label, lines } = drawing;
  /** Labelled marks of a picture; where a ceremony has more, its categories are counted. */
  const most = 150;
  /** Pixels of the narrowest column. */
  const narrowest = 205;
  const step = 17.5;
  /** People of the whole ceremony who are named in its head; the others are counted. */
  const heads = 8;

  /** The ceremony that is meant by what is chosen; else the one with the most awards in view. */
  function meant(chosen, ids) {
    const own = chosen < 0 ? [] : nearest(chosen);
    const counts = new Map();
    for (const award of own.length ? own : ids) for (const at of atlas.forward("atCeremony", award)) counts.set(at, (counts.get(at) ?? 0) + 1);
    const all = [...counts].sort((one, other) => other[1] - one[1] || atlas.yearOf(other[0]) - atlas.yearOf(one[0]) || one[0] - other[0]).map(([id]) => id);
    return direct(chosen) ?? all[0] ?? (own.length ? meant(-1, ids) : undefined);
  }

  /** The ceremony itself, or the one of an exhibition, of an edition, of a person's part. */
  function direct(chosen) {
    if (chosen < 0) return undefined;
    if (atlas.typeOf(chosen) === "exhibition") return atlas.forward("duringCeremony", chosen)[0];
    if (atlas.kindOf(chosen) === "ceremony") return chosen;
    const ceremony = (id) => atlas.typeOf(id) === "ceremony";
    return [...atlas.backward("ofEdition", chosen), ...atlas.backward("describedIn", chosen), ...atlas.forward("presenterAt", chosen), ...atlas.forward("receiverAt", chosen)].find(ceremony);
  }

  const nearest = (chosen) => [...awards.of(chosen)];

  async function make({ ids, chosen, width, narrow }) {
    const id = meant(chosen, ids);
    if (id === undefined) return { heading: say("explorer.question_ceremonies"), lead: say("explorer.no_ceremony"), picture: null, columns: [{ name: say("type.ceremony") }], rows: [], note: "" };
    const shown = new Set(ids);
    const all = [...new Set(atlas.backward("atCeremony", id))].filter((award) => shown.has(award));
    const model = { id, all, chosen, groups: grouped(all), people: peopleOf(id, all), shows: showsOf(id) };
    model.marks = all.length + all.reduce((sum, award) => sum + parts.winners(award).length + atlas.backward("receiver", award).length, 0) + model.people.length + model.groups.length + model.shows.length * 3;
    model.whole = model.marks <= most;
    await atlas.names([id, ...named_(model)]);
    const record = await atlas.record(id);
    return {
      heading: say("explorer.question_ceremony", { name: label(id) }),
      lead: sentence(model, record),
      picture: narrow ? null : drawn(model, width),
      columns: [...(model.whole ? [{ name: say("fact.inBranch") }] : []), { name: say("fact.forCategory") }, { name: say("type.conferral"), number: !model.whole }, ...(model.whole ? [{ name: say("fact.recipient") }, { name: say("fact.level") }, { name: say("fact.receiver") }] : [])],
      rows: model.whole ? rowsOf(model) : model.groups.map((group) => [group.category >= 0 ? { go: group.category } : say("explorer.no_category"), { cell: group.keys(id), n: group.awards.length }]),
      note: model.whole ? "" : say("explorer.ceremony_counted"),
    };
  }

  const named_ = ({ all, groups, people, shows }) => [
    ...all, ...parts.needed(all), ...all.flatMap((award) => [...atlas.backward("receiver", award)]), ...groups.flatMap(({ category, branch }) => [category, branch].filter((each) => each >= 0)),
    ...people.map(({ person }) => person), ...shows.flatMap(({ id, bodies, works }) => [id, ...bodies, ...works]),
  ];

  /** The awards by branch and category, the fullest branch first; within a category the highest level first. */
  function grouped(all) {
    const groups = new Map();
    const branches = new Map();
    for (const award of all) {
      const category = atlas.forward("forCategory", award)[0] ?? -1;
      const branch = atlas.forward("inBranch", award)[0] ?? (category >= 0 ? atlas.forward("categoryOf", category)[0] : undefined) ?? -1;
      const key = `${branch} ${category}`;
      if (!groups.has(key)) groups.set(key, { branch, category, awards: [], keys: (id) => [id, ...(category >= 0 ? [category] : branch >= 0 ? [branch] : [])] });
      groups.get(key).awards.push(award);
      branches.set(branch, (branches.get(branch) ?? 0) + 1);
    }
    for (const group of groups.values()) group.awards.sort((one, other) => atlas.strengthOf(other) - atlas.strengthOf(one) || one - other);
    return [...groups.values()].sort((one, other) => (one.branch < 0) - (other.branch < 0) || branches.get(other.branch) - branches.get(one.branch) || one.branch - other.branch || other.awards.length - one.awards.length || one.category - other.category);
  }

  /** Who presented here, with how many awards each, and who received for no award in particular. */
  function peopleOf(id, all) {
    const counts = new Map([...atlas.backward("presenterAt", id)].map((person) => [person, 0]));
    for (const award of all) for (const person of atlas.backward("presenter", award)) counts.set(person, (counts.get(person) ?? 0) + 1);
    const presenters = [...counts].sort((one, other) => other[1] - one[1] || one[0] - other[0]).map(([person, n]) => ({ person, part: "presenter", n }));
    const all_ = [...presenters, ...[...new Set(atlas.backward("receiverAt", id))].map((person) => ({ person, part: "receiver", n: 0 }))];
    return Object.assign(all_.slice(0, heads), { rest: Math.max(0, all_.length - heads) });
  }

  const showsOf = (id) => [...new Set(atlas.backward("duringCeremony", id))].map((show) => ({ id: show, bodies: [...atlas.forward("exhibitor", show)], works: [...new Set(atlas.backward("exhibitedAt", show))] }));

  /** The same as the picture: a row for each award, more where several won or received it. */
  function rowsOf({ groups, people, shows }) {
    const single = oneBranch(groups);
    const go = (id) => (id === undefined ? "" : { go: id });
    const rows = groups.flatMap((group) => group.awards.flatMap((award) => {
      const [won, received] = [parts.winners(award), [...atlas.backward("receiver", award)]];
      return Array.from({ length: Math.max(1, won.length, received.length) }, (_, at) => [single || group.branch < 0 ? "" : { go: group.branch }, group.category < 0 ? "" : { go: group.category }, { go: award }, go(won[at]), levelOf(award), go(received[at])]);
    }));
    for (const { person, part, n } of people) rows.push([say(`inverse.${part}At`), "", n ? counted("award", n) : "", "", "", { go: person }]);
    for (const { id, bodies, works } of shows) {
      rows.push(...(bodies.length ? bodies : [undefined]).map((body) => [say("type.exhibition"), "", { go: id }, go(body), "", ""]), ...works.map((work) => [say("inverse.exhibitedAt"), "", { go: work }, "", "", ""]));
    }
    return rows;
  }

  const levelOf = (award) => [...atlas.forward("level", award)].map(label).join(", ");

  /** When and where it was, and how much was given. */
  function sentence({ id, all }, record) {
    const own = (name) => {
      const found = record.facts.filter(([fact]) => fact === name).map(([, value]) => (Array.isArray(value) ? { th: value[0], en: value[1] } : /[\u0e00-\u0e7f]/.test(value) ? { th: value } : { en: value }));
      return found.length ? named(found.find((words) => words[awardgraph.language()]) ?? found[0])[0] : "";
    };
    const edition = atlas.yearOf(id) ? awardgraph.yearWords(atlas.yearOf(id), true) : "";
    const bodies = new Set(all.flatMap(parts.winners));
    const large = own("agenciesAtLeast");
    return [own("heldOn") || edition, own("venue"), say("explorer.ceremony_holds", { awards: counted("award", all.length), bodies: counted("agency", bodies.size) }), large ? `${say("fact.agenciesAtLeast")}: ${large}` : ""].filter(Boolean).join(" · ");
  }

  function drawn(model, width) {
    const many = Math.max(1, Math.min(4, Math.floor(width / narrowest), model.groups.length));
    const wide = width / many;
    const made = svg("g", {});
    let top = headOf(model, width, made);
    const heights = Array(many).fill(top);
    for (const [branch, groups] of byBranch(model.groups)) {
      const block = blockOf(model, branch, groups, wide - 20);
      const at = heights.indexOf(Math.min(...heights));
      block.drawn.setAttribute("transform", `translate(${at * wide} ${heights[at]})`);
      made.append(block.drawn);
      heights[at] += block.high + 22;
    }
    top = Math.max(...heights);
    for (const show of model.whole ? model.shows : []) top = showOf(show, top, width, made);
    return frame(width, top + 12, label(model.id), made);
  }

  const oneBranch = (groups) => new Set(groups.map(({ branch }) => branch)).size < 2;

  /** Branches as blocks; where there is but one, its categories. */
  function byBranch(groups) {
    const made = new Map();
    const single = oneBranch(groups);
    for (const group of groups) {
      const key = single ? `${group.branch} ${group.category}` : String(group.branch);
      made.set(key, [...(made.get(key) ?? []), group]);
    }
    return [...made.values()].map((own) => [single ? -1 : own[0].branch, own]);
  }

  /** The ceremony's mark and name, and beside it who presented. */
  function headOf({ id, people, whole }, width, made) {
    const room = people.length && whole ? width * 0.5 : width;
    const name = lines(label(id), room - 60, 2, 15, 700);
    made.append(entity(id, label(id), svg("rect", { x: 0, y: 2, width: room - 12, height: 50, class: "target" }), svg("g", { class: "focus" }, mark(id, 20, 26, 1), text(name, 46, name.length > 1 ? 22 : 31))));
    if (!whole || !people.length) return 72;
    let y = 14;
    let before = "";
    for (const { person, part, n } of people) {
      if (part !== before) made.append(text([say(`inverse.${part}At`)], room, y, { class: "group" }));
      y += part === before ? 0 : 10;
      before = part;
      y += 14;
      const words = lines(label(person) + (n ? ` · ${counted("award", n)}` : ""), width - room - 30, 1);
      made.append(entity(person, label(person), svg("rect", { x: room - 2, y: y - 14, width: width - room, height: 28, class: "target" }), mark(person, room + 11, y, 0.55), text(words, room + 28, y + 4.5)));
      y += 16;
    }
    if (people.rest) made.append(text([say("explorer.more", { n: people.rest.toLocaleString("en") })], room + 28, (y += 16), { class: "aside" }));
    return Math.max(72, y + 22);
  }

  /** A branch with its categories below each other, and in each its winners. */
  function blockOf(model, branch, groups, room) {
    const made = svg("g", {});
    let y = 0;
    const heading = (id, words, size, class_, n) => {
      const own = lines(`${words} · ${n.toLocaleString("en")}`, room, 2, size, 700);
      const high = own.length * size * 1.35;
      const drawn_ = text(own, 0, y + size, { class: class_ });
      made.append(id < 0 ? drawn_ : model.whole ? entity(id, words, svg("rect", { x: -4, y: y - 3, width: room + 8, height: high + 6, class: "target" }), drawn_) : cell([model.id, id], 0, `${words}: ${counted("award", n)}`, svg("rect", { x: -4, y: y - 3, width: room + 8, height: high + 6, class: "target" }), drawn_));
      y += high + 4;
    };
    const plain = (id, words, n) => heading(id, words, 13, "category", n);
    if (branch >= 0 && (model.whole || !groups.every(({ category }) => category < 0))) {
      heading(model.whole ? branch : -1, label(branch), 15, "branch", groups.reduce((sum, group) => sum + group.awards.length, 0));
      made.append(svg("line", { x1: 0, x2: room, y1: y + 1, y2: y + 1, class: "grid" }));
      y += 10;
    }
    for (const group of groups) {
      const id = group.category >= 0 ? group.category : model.whole ? -1 : group.branch;
      if (group.category >= 0 || branch < 0 || !model.whole) plain(id, id >= 0 ? label(id) : say("explorer.no_category"), group.awards.length);
      if (model.whole) for (const award of group.awards) y = winnerOf(award, y + 4, room, made, model);
      y += 8;
    }
    return { drawn: made, high: y };
  }

  /** An award's mark with who won it, its level, and who received it. */
  function winnerOf(award, top, room, made, { chosen }) {
    let y = top;
    const won = parts.winners(award);
    const received = [...atlas.backward("receiver", award)];
    const level = levelOf(award);
    made.append(entity(award, label(award), svg("rect", { x: -2, y: y - 2, width: 28, height: 28, class: "target" }), mark(award, 12, y + 12)));
    for (const winner of won) {
      const name = lines(label(winner), room - 34, 2);
      made.append(entity(winner, label(winner), svg("rect", { x: 28, y: y - 2, width: room - 26, height: Math.max(25, name.length * step + 4), class: "target" }), text(name, 32, y + 13, { class: winner === chosen ? "meant" : null })));
      y += name.length * step;
    }
    if (!won.length) y += step;
    if (level) { made.append(text(lines(level, room - 34, 1, 12), 32, y + 12, { class: "aside" })); y += 16; }
    for (const person of received) {
      const name = lines(`${say("inverse.receiver")} ${label(person)}`, room - 54, 1, 12);
      made.append(entity(person, label(person), svg("rect", { x: 28, y: y, width: room - 26, height: 25, class: "target" }), mark(person, 40, y + 11, 0.42), text(name, 53, y + 15, { class: "aside" })));
      y += 22;
    }
    return Math.max(y, top + 24) + 6;
  }

  /** An exhibition with who showed what. */
  function showOf({ id, bodies, works }, top, width, made) {
    let y = top + 16;
    made.append(svg("line", { x1: 0, x2: width, y1: top, y2: top, class: "grid" }), text([say("type.exhibition")], 0, y + 4, { class: "group" }));
    const item = (other, x) => {
      y += 30;
      made.append(entity(other, `${say(`type.${atlas.typeOf(other)}`)}: ${label(other)}`, svg("rect", { x: x - 2, y: y - 14, width: width - x, height: 28, class: "target" }), mark(other, x + 12, y), text(lines(label(other), width - x - 40, 1), x + 32, y + 4.5)));
    };
    item(id, 0);
    for (const other of [...bodies, ...works]) item(other, 32);
    return y + 22;
  }

  return { make };
})();
