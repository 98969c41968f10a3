// Browsers that do not know modules: the private view cannot be opened, and they are told so.
if (location.hash.slice(0, 3) === '#k=') document.querySelector('[data-private-old]').hidden = false;
