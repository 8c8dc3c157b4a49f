// What every page shares: its data, its language, its address, and building elements from text.
"use strict";

const awardgraph = (() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const root = document.documentElement;
  const listeners = [];
  root.classList.add("scripted");

  const language = () => root.lang;

  /** A message in the language of the page, its places filled: say("page.found", { n: 3 }). */
  function say(path, parts = {}) {
    const [section, key] = path.split(".");
    const words = data.messages[language()][section][key] ?? key;
    return words.replace(/\{(\w+)\}/g, (place, name) => (name in parts ? parts[name] : place));
  }

  /** A number of things of a kind: 3 awards. */
  const counted = (kind, n) => say(`${n === 1 ? "counted_one" : "counted"}.${kind}`, { n: n.toLocaleString("en") });

  /** A name in the language of the page, or in the other one: [words, language they are in]. */
  function named(words) {
    const lang = language();
    const other = lang === "th" ? "en" : "th";
    return words[lang] ? [words[lang], lang] : [words[other] ?? "", other];
  }

  /** An element with attributes and children; text is always text, never markup. */
  function element(tag, attributes = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name === "onclick") made.addEventListener("click", value);
      else if (value !== undefined && value !== null && value !== false) made.setAttribute(name, value === true ? "" : value);
    }
    made.append(...children.filter((child) => child !== null && child !== undefined));
    return made;
  }

  /** A name as an element that says its language and keeps its direction to itself. */
  function nameElement(words, tag = "span", attributes = {}) {
    const [text, lang] = named(words);
    return element(tag, { lang, ...attributes }, element("bdi", {}, text));
  }

  /** A link that leaves the page, only to the web. */
  function link(address, ...children) {
    if (!/^https?:\/\//i.test(address ?? "")) return element("span", {}, ...children);
    return element("a", { href: address, rel: "noopener noreferrer", title: say("page.open_source") }, ...children);
  }

  /** The parts of the address behind #, those with a value or the one without. */
  const behind = (valued) => location.hash.slice(1).split("&").filter((part) => part && part.includes("=") === valued);

  /** What the address says: n names a node, l the language, v the view. */
  const address = () => new URLSearchParams(behind(true).join("&"));

  /** The place in the page that the address names, by its id. */
  const place = () => decodeURIComponent(behind(false)[0] ?? "");

  function setAddress(changes) {
    const parts = address();
    for (const [name, value] of Object.entries(changes)) {
      if (value) parts.set(name, value);
      else parts.delete(name);
    }
    // Slashes stay readable in a permalink.
    const valued = parts.toString().replace(/%2F/g, "/").replace(/%3A/g, ":");
    const hash = [...behind(false).slice(0, 1), valued].filter(Boolean).join("&");
    if (hash === location.hash.slice(1)) return;
    // Within the click, not a turn later: a second click must find the page as the first one left it.
    history.pushState(null, "", `#${hash}`);
    dispatchEvent(new Event("hashchange"));
  }

  function setLanguage(lang) {
    if (!Object.hasOwn(data.messages, lang)) return;
    root.lang = lang;
    for (const part of document.querySelectorAll("[data-say]")) part.textContent = say(part.dataset.say);
    for (const part of document.querySelectorAll("[data-say-label]")) part.setAttribute("aria-label", say(part.dataset.sayLabel));
    for (const part of document.querySelectorAll("[data-say-placeholder]")) part.placeholder = say(part.dataset.sayPlaceholder);
    for (const button of document.querySelectorAll("[data-lang]")) button.setAttribute("aria-pressed", String(button.dataset.lang === lang));
    for (const listener of listeners) listener();
  }

  for (const button of document.querySelectorAll("[data-lang]")) {
    button.addEventListener("click", () => setAddress({ l: button.dataset.lang }));
  }

  return {
    data, language, say, counted, named, element, nameElement, link, fold: foldName, address, place, setAddress, setLanguage,
    onLanguage: (listener) => listeners.push(listener),
    still: matchMedia("(prefers-reduced-motion: reduce)").matches,
  };
})();
