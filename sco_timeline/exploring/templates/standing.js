"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const DAY = 86400000, FIRST = Date.parse(data.first), TITLE = "SCO timeline";
const MONTHS = "January February March April May June July August September October November December".split(" ");
const ORDER = ["participant", "member", "observer", "partner", "dialogue_partner", "partner_organization"];
const state = { view: "day", key: "", on: data.last, basis: "effective", table: "events", query: {}, picked: "" };

const at = (id) => document.getElementById(id);
const words = (status) => status.replaceAll("_", " ");
const counted = (n, status) => `${n} ${words(status)}${n === 1 ? "" : "s"}`;
const dayWords = (day) => `${+day.slice(8)} ${MONTHS[+day.slice(5, 7) - 1]} ${day.slice(0, 4)}`;

function isCovered(text) {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text < data.first || text > data.last) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

// All text of the data enters the page here, as text nodes and attributes, never as HTML.
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

// Who stood where on a day: for each party of an organization the two statuses that its unclear dates allow.
function standing(organization, basis, day) {
  const { statuses, parties } = data.standings[organization][basis];
  return Object.entries(parties).map(([party, runs]) => {
    const [, early, late] = runs.findLast(([start]) => start <= day) || ["", 0, 0];
    return { party, organization, early: statuses[early], late: statuses[late] };
  });
}

function statusOf(party, organization, basis, day) {
  const { statuses, parties } = data.standings[organization][basis];
  const [, early, late] = (parties[party] || []).findLast(([start]) => start <= day) || ["", 0, 0];
  return early === late ? statuses[early] : "open";
}

function sinceOf(one, basis, day) {
  const spells = data.spells[one.organization][basis][one.party] || [];
  return spells.findLast(([status, , first]) => status === one.early && first <= day)?.[1] || "an unknown day";
}

window.statusOf = statusOf;
