// Until the page's script has read the address, only what will stay is shown: the last day of the record, or nothing.
document.documentElement.className = `scripted waiting${/^(#\/?)?(day)?$/.test(location.hash) ? " first" : ""}`;
