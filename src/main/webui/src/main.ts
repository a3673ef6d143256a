import '@fontsource-variable/figtree/wght.css';
import '@fontsource-variable/fraunces/soft.css';
import './look/tokens.css';
import './look/base.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { startServiceWorker } from './look/update.svelte';
import { loadWords } from './words/words.svelte';

const target = document.getElementById('app');
if (!target) throw new Error('no place for the app in index.html');
await loadWords();
mount(App, { target });
void startServiceWorker();
