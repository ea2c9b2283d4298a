/** The program: what is on screen, and what works behind it. */
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './App.vue';
import { i18n } from './locales';
import { countNavigations, fetchViews, followEarlyAddress, router } from './router';
import { useDataset } from './stores/dataset';
import { usePending } from './stores/pending';

const app = createApp(App);
app.use(createPinia());
countNavigations(usePending().begin);
app.use(router).use(i18n);
followEarlyAddress();
app.mount('#app');
// The shell is on screen before the engine starts.
const dataset = useDataset();
void dataset.start().finally(fetchViews).then(dataset.warmUp);
