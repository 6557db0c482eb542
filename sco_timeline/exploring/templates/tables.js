function rowsOf(name, wanted) {
  const columns = data.tables[name].columns, keys = Object.keys(columns), rows = [];
  for (let row = 0; row < columns[keys[0]].length; row++) if (wanted(columns, row)) rows.push(Object.fromEntries(keys.map((key) => [key, columns[key][row]])));
  return rows;
}

function showEvidence(details) {
  const { table, row } = details.dataset, place = details.querySelector("div");
  if (place.childElementCount) return;
  const claims = rowsOf("claims", (columns, n) => columns.row_id[n] === row && columns.table_name[n] === table);
  const ids = new Set(claims.map((claim) => claim.source_id));
  const sources = Object.fromEntries(rowsOf("sources", (columns, n) => ids.has(columns.source_id[n])).map((source) => [source.source_id, source]));
  const heads = ["what", "value", "stance", "source"];
  const body = claims.map((claim) => {
    const source = sources[claim.source_id], said = [claim.polarity === "asserted" ? "" : claim.polarity, claim.value].filter(Boolean).join(" ");
    const cells = [[said], [words(claim.stance || "")], sourceOf(source)].map((cell, n) => element("td", { "data-label": heads[n + 1] }, ...cell.filter(Boolean)));
    return element("tr", {}, element("th", { scope: "row" }, words(claim.field || "the row itself")), ...cells);
  });
  const head = element("thead", {}, element("tr", {}, ...heads.map((name) => element("th", { scope: "col" }, name))));
  place.append(claims.length ? element("table", { class: "cards" }, head, element("tbody", {}, ...body)) : element("p", {}, "No source is noted."));
}

function sourceOf(source) {
  const title = /^https?:\/\//.test(source.url || "") ? element("a", { href: source.url, rel: "noreferrer" }, source.title) : source.title;
  return [`${source.publisher}: `, title, source.published ? `, ${source.published}` : "", source.read === "full" ? "" : ` (read: ${words(source.read || "")})`];
}

function widthOf(values) {
  const longest = values.reduce((most, value) => Math.max(most, String(value ?? "").length), 0);
  return longest < 45 ? "short" : longest > 90 ? "long" : "";
}

// DataTables writes cells as HTML: each is turned into text first.
const plain = (value) => (value === null ? "" : element("i", {}, String(value)).innerHTML);
let table = null;
async function showTable() {
  const { title, text, columns } = data.tables[state.table], keys = Object.keys(columns);
  at("table-choice").value = state.table;
  at("table-text").textContent = text;
  if (table?.name === state.table) return;
  const own = (table = { name: state.table, keys });
  const { ITable } = await library("tables");
  if (table !== own) return;
  if (!at("table-looks")) document.head.append(element("style", { id: "table-looks" }, at("style-tables").textContent));
  const { q, sort, ...filters } = state.query;
  const fields = keys.map((key) => Object.assign(element("input", { type: "text", "aria-label": `${key} contains`, autocomplete: "off" }), { value: filters[`in.${key}`] || "" }));
  const head = element("thead", {}, element("tr", {}, ...keys.map((key) => element("th", { scope: "col" }, key))), element("tr", { class: "filters" }, ...fields.map((field) => element("td", {}, field))));
  const place = element("table", { class: "display", "aria-label": title }, head);
  at("table-place").replaceChildren(place);
  const sorted = keys.indexOf((sort || "").replace(/^-/, ""));
  own.api = new ITable(place, {
    data_json: JSON.stringify(columns[keys[0]].map((_, n) => keys.map((key) => columns[key][n]))),
    order: sorted < 0 ? [] : [[sorted, sort.startsWith("-") ? "desc" : "asc"]], search: { search: q || "" },
    searchCols: fields.map((field) => (field.value ? { search: field.value } : null)),
    deferRender: true, pageLength: 25, autoWidth: false, titleRow: 0,
    columns: keys.map((key) => ({ className: widthOf(columns[key]) })),
    columnDefs: [{ targets: "_all", render: (value, kind) => (kind === "display" ? plain(value) : value ?? "") }],
  }).dt;
  fields.forEach((field, n) => field.addEventListener("input", () => own.api.column(n).search(field.value).draw()));
  own.api.on("draw", () => keepTable(own));
}

// What is searched, filtered and sorted stands in the address.
function keepTable({ api, keys }) {
  const query = { q: api.search() }, [sorted] = api.order();
  keys.forEach((key, n) => (query[`in.${key}`] = api.column(n).search()));
  if (sorted?.[1]) query.sort = `${sorted[1] === "desc" ? "-" : ""}${keys[sorted[0]]}`;
  state.query = Object.fromEntries(Object.entries(query).filter(([, text]) => text));
  history.replaceState(null, "", address());
}
