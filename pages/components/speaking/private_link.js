const OPENED_MS = 8000;

export default function (component) {
  const { data, parentElement } = component;
  const button = parentElement.querySelector('button');
  const status = parentElement.querySelector('[role="status"]');
  button.onclick = async () => {
    button.disabled = true;
    status.textContent = '';
    try {
      await deleteUnkept(data.pieces);
      await takeKey(data.url, {});
    } catch {
      status.textContent = 'That did not work. Please try again.';
      button.disabled = false;
    }
  };
}

// A database that another tab has open can be emptied, and not deleted.
function deleteUnkept(name) {
  return new Promise((done) => {
    let asked;
    setTimeout(done, OPENED_MS); // some browsers never answer
    try { asked = indexedDB.open(name); } catch { done(); return; }
    asked.onupgradeneeded = () => asked.transaction.abort(); // there was none, nor is there now
    asked.onerror = (event) => { event.preventDefault(); done(); };
    asked.onsuccess = () => {
      const database = asked.result;
      const stores = [...database.objectStoreNames];
      const end = () => { database.close(); done(); };
      if (!stores.length) { end(); return; }
      const change = database.transaction(stores, 'readwrite');
      stores.forEach((store) => change.objectStore(store).clear());
      change.oncomplete = change.onerror = change.onabort = end;
    };
  });
}
