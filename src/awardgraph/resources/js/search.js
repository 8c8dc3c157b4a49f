// Search: names in both languages, other names, years of either era.
"use strict";

awardgraph.search = (() => {
  const { data, say, element, nameElement, fold, marks } = awardgraph;
  const most = 12;

  const index = Object.entries(data.entities).map(([iri, entity]) => {
    const names = [entity.label, ...entity.names].flatMap((name) => Object.values(name)).map(fold);
    const types = Object.values(data.messages).map((messages) => messages.type[entity.type]);
    const told = fold([...names, ...types, entity.year ?? "", entity.key].join(" \n "));
    return { iri, entity, names, text: `${told} ${otherEra(told)}`, tight: names.join("\n").replace(/ /g, "") };
  });

  /** Every year of a text in the other era: พ.ศ. is CE + 543. */
  function otherEra(text) {
    return (text.match(/\d{4}/g) ?? []).map(Number).map((year) => (year > 2442 && year < 2643 ? year - 543 : year > 1899 && year < 2100 ? year + 543 : "")).join(" ");
  }

  function look(text) {
    const asked = fold(text);
    if (!asked) return [];
    const tight = asked.replace(/ /g, "");
    const parts = asked.split(" ");
    const hits = index.filter((entry) => parts.every((part) => entry.text.includes(part)) || entry.tight.includes(tight));
    const score = ({ names, entity }) => (names.includes(asked) ? 0 : names.some((name) => name.startsWith(asked)) ? 1 : names.some((name) => name.includes(asked)) ? 2 : 3) * 10 + entity.distance;
    return hits.sort((one, other) => score(one) - score(other)).slice(0, most);
  }

  function answer(text) {
    const hits = look(text);
    const rows = hits.map(({ entity }) => {
      const label = entity.label.th || entity.label.en ? entity.label : { en: entity.key };
      return [marks.icon(entity.kind, entity.marks), nameElement(label), element("span", { class: "small muted" }, say(`type.${entity.type}`))];
    });
    return { found: hits.map(({ iri }) => iri), rows, words: say("page.found", { n: hits.length }) };
  }

  return awardgraph.combobox(answer, (text) => say("page.nothing_found", { text }));
})();
