// Search: names in both languages, other names, years of either era; chosen with the keyboard alone.
"use strict";

awardgraph.search = (() => {
  const { data, say, element, nameElement, fold, marks } = awardgraph;
  const input = document.getElementById("search");
  const list = document.getElementById("found");
  const most = 12;
  let found = [];
  let current = -1;
  let onChoose = () => {};

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

  function render() {
    const text = input.value.trim();
    found = look(text);
    current = found.length ? 0 : -1;
    list.replaceChildren(...found.map(({ iri, entity }, place) => {
      const label = entity.label.th || entity.label.en ? entity.label : { en: entity.key };
      return element("li", { role: "option", id: `found-${place}`, "data-found": iri, onclick: () => take(place) },
        marks.icon(entity.kind, entity.marks), nameElement(label), element("span", { class: "small muted" }, say(`type.${entity.type}`)));
    }));
    if (text && !found.length) list.replaceChildren(element("li", { class: "none" }, say("page.nothing_found", { text })));
    list.hidden = !text;
    input.setAttribute("aria-expanded", String(!list.hidden));
    document.getElementById("status").textContent = text ? say("page.found", { n: found.length }) : "";
    point();
  }

  function point() {
    [...list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === current)));
    if (current >= 0) {
      input.setAttribute("aria-activedescendant", `found-${current}`);
      list.children[current].scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  }

  function take(place) {
    const hit = found[place];
    if (!hit) return;
    close();
    onChoose(hit.iri);
  }

  function close() {
    input.value = "";
    render();
  }

  input.addEventListener("input", render);
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length) current = (current + step + found.length) % found.length;
    else if (event.key === "Enter") return take(current);
    else if (event.key === "Escape" && input.value) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
    point();
  });
  input.addEventListener("blur", () => setTimeout(() => { if (!list.matches(":hover")) list.hidden = true; }, 150));
  input.addEventListener("focus", () => { if (input.value) render(); });
  addEventListener("keydown", (event) => {
    if (event.key === "/" && !/^(INPUT|TEXTAREA)$/.test(document.activeElement.tagName) && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      input.focus();
    }
  });

  return { onChoose: (listener) => { onChoose = listener; }, refresh: () => { if (input.value) render(); } };
})();
