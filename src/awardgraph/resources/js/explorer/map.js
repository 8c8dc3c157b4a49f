// The provinces of Thailand as tiles of one size, roughly where they lie: how many awards each has.
"use strict";

awardgraph.views.map = (() => {
  const { atlas, awards, say, named, called, drawing, language, grid } = awardgraph;
  const { svg, text, cell, entity, frame, lines } = drawing;
  /** From north to south; each tile is its ISO 3166-2 code and its short form in Thai and English, as the state writes them. */
  const rows = [
    "· · 57/ชร/CRI · · · · ·",
    "58/มส/MSN 50/ชม/CMI 56/พย/PYO 55/นน/NAN · · · ·",
    "· 51/ลพ/LPN 52/ลป/LPG 54/พร/PRE · 43/นค/NKI 38/บก/BKN ·",
    "63/ตก/TAK 64/สท/STI 53/อต/UTT 42/ลย/LEI 39/นภ/NBP 41/อด/UDN 47/สน/SNK 48/นพ/NPM",
    "· 62/กพ/KPT 65/พล/PLK 67/พช/PNB 40/ขก/KKN 46/กส/KSN 49/มห/MDH ·",
    "· 60/นว/NSN 66/พจ/PCK 36/ชย/CPM 44/มค/MKM 45/รอ/RET 35/ยส/YST 37/อจ/ACR",
    "61/อน/UTI 18/ชน/CNT 16/ลบ/LRI 30/นม/NMA 31/บร/BRM 32/สร/SRN 33/ศก/SSK 34/อบ/UBN",
    "71/กจ/KRI 72/สพ/SPB 17/สห/SBR 19/สบ/SRI · · · ·",
    "· 15/อท/ATG 14/อย/AYA 26/นย/NYK 25/ปจ/PRI 27/สก/SKW · ·",
    "70/รบ/RBR 73/นฐ/NPT 12/นบ/NBI 13/ปท/PTE 24/ฉช/CCO · · ·",
    "75/สส/SKM 74/สค/SKN 10/กทม/BKK 11/สป/SPK 20/ชบ/CBI · · ·",
    "· 76/พบ/PBI · · 21/รย/RYG 22/จบ/CTI · ·",
    "· 77/ปข/PKN · · · 23/ตร/TRT · ·",
    "85/รน/RNG 86/ชพ/CPN · · · · · ·",
    "82/พง/PNA 84/สฎ/SNI 80/นศ/NRT · · · · ·",
    "83/ภก/PKT 81/กบ/KBI 92/ตง/TRG 93/พท/PLG · · · ·",
    "· · 91/สต/STN 90/สข/SKA 94/ปน/PTN · · ·",
    "· · · · 95/ยล/YLA 96/นธ/NWT · ·",
  ];
  const tiles = rows.flatMap((row, y) => row.split(" ").map((tile, x) => ({ tile, x, y })).filter(({ tile }) => tile !== "·"))
    .map(({ tile, x, y }) => { const [number, th, en] = tile.split("/"); return { code: `TH-${number}`, short: { th, en }, x, y }; });
  const across = 8;

  async function make({ ids, chosen, width }) {
    const counts = awards.counted(ids, "province");
    const own = chosen >= 0 && atlas.kindOf(chosen) === "place" ? awards.provinceOf(chosen) : -1;
    const provinces = tiles.map((tile) => { const id = atlas.head.provinces[tile.code] ?? -1; return { ...tile, id, n: counts.get(id) ?? 0, own: id >= 0 && id === own }; });
    await atlas.names(provinces.map(({ id }) => id).filter((id) => id >= 0));
    const named_ = [...provinces].sort((one, other) => other.n - one.n || one.y - other.y || one.x - other.x);
    const { starts } = awards.side("province");
    const without = ids.reduce((n, award) => n + (starts[award - awards.first] === starts[award - awards.first + 1] ? 1 : 0), 0);
    return {
      heading: say("explorer.question_map"),
      picture: drawn(provinces, width),
      columns: [{ name: say("explorer.by_province") }, { name: say("kind.award"), number: true }],
      rows: named_.map(({ id, code, short, n }) => [id < 0 ? `${short[language()]} (${code})` : { go: id }, n ? { cell: [id], n } : 0]),
      note: without ? say("explorer.without_province", { n: awardgraph.counted("award", without) }) : "",
    };
  }

  /** A province's name without the word province, or its short form where nothing names it. */
  const nameOf = ({ id, short }) => (id < 0 ? short[language()] : named(called(id))[0].replace(/^จังหวัด(?=.)| Province$/, ""));

  /** Tiles that have the room bear the name, smaller ones its short form. */
  function drawn(provinces, width) {
    const wide = Math.floor(Math.min(104, width / across));
    const roomy = wide >= 88;
    const high = roomy ? 58 : 44;
    const largest = Math.max(1, ...provinces.map(({ n }) => n));
    const marks = provinces.map((province) => tileOf(province, wide, high, roomy, largest));
    const made = frame(across * wide, rows.length * high, say("explorer.view_map"), svg("g", { class: "tiles" }, ...marks), roomy ? legend(wide, high) : null);
    made.setAttribute("aria-description", say("explorer.arrows"));
    return made;
  }

  function tileOf(province, wide, high, roomy, largest) {
    const { id, n, x, y, short } = province;
    const name = nameOf(province);
    const [left, top] = [x * wide, y * high];
    const words = roomy ? lines(name, wide - 10, 2, 12) : [short[language()]];
    const middle = top + high / 2;
    const base = middle + (n ? -3 : 4) - (roomy && words.length > 1 ? 9 : 0) + (roomy ? 0 : -1);
    const parts = [
      svg("rect", { x: left + 1.5, y: top + 1.5, width: wide - 3, height: high - 3, rx: 4, class: `tile step-${grid.step(n, largest)}${province.own ? " own" : ""}` }),
      text(words, left + wide / 2, base, { class: "name", "text-anchor": "middle" }),
      n ? text([n.toLocaleString("en")], left + wide / 2, base + (words.length - 1) * 16.2 + 17, { class: "count", "text-anchor": "middle" }) : null,
    ];
    const said = `${name}: ${awardgraph.counted("award", n)}`;
    const made = n ? cell([id], 0, said, ...parts) : id >= 0 ? entity(id, said, ...parts) : svg("g", { class: "unnamed" }, svg("title", {}, said), ...parts);
    if (id >= 0) made.setAttribute("data-at", `${x} ${y}`);
    made.setAttribute("data-code", province.code);
    return made;
  }

  /** What the tiles say, in the corner where no province lies. */
  function legend(wide, high) {
    const [left, top] = [4 * wide + 24, 10];
    const words = lines(say("explorer.map_legend"), 4 * wide - 32, 3, 13);
    return svg("g", { class: "legend" }, text(words, left, top + 12), svg("rect", { x: left, y: top + 64, width: 30, height: 20, rx: 3, class: "tile step-0" }), text([say("explorer.no_awards")], left + 38, top + 79));
  }

  return { make };
})();
