// The browser client's composition: everything else is reached from here.
const app = document.querySelector('#app');
if (app) app.textContent = 'Posterhall';
