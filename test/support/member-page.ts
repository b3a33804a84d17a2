import type { Locator, Page } from 'playwright-core';
import { soon } from './page-run.ts';

/** What a member does in their browser window, by the names that are read there. */
export type MemberPage = {
  readonly page: Page;
  readonly messages: () => Locator;
  readonly newest: () => Locator;
  /** The form or question on top. */
  readonly dialog: () => Locator;
  readonly home: () => Locator;
  /** Types a line and waits for the one message that answers it, or that it is. */
  readonly say: (line: string) => Promise<Locator>;
  /** Types a line and sends it; more than one answer may come. */
  readonly type: (line: string) => Promise<void>;
  /** Types a line and waits for the form that it opens. */
  readonly sayForForm: (line: string) => Promise<Locator>;
  /** Goes to the app's Home and waits until it is published. */
  readonly goHome: () => Promise<Locator>;
  readonly goToChannel: () => Promise<void>;
  /** Goes to another workspace by its tile. */
  readonly goToWorkspace: (name: string) => Promise<void>;
  /** Presses the first button of the newest message that reads so, and waits until the message says something else. */
  readonly press: (label: string) => Promise<string>;
  /** Sends the form on top and waits until it is gone. */
  readonly save: (label?: string) => Promise<void>;
  /** Goes on with Tab until this control has the focus; fails when it never has. */
  readonly tabTo: (control: Locator) => Promise<void>;
};

/** More steps than any place here has. */
const MOST_TABS = 80;

export function memberPage(page: Page): MemberPage {
  const messages = () => page.getByRole('log').getByRole('article');
  const newest = () => messages().last();
  const dialog = () => page.getByRole('dialog');
  const home = () => page.getByRole('region', { name: 'App Home' });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const type = async (line: string) => {
    await page.getByRole('combobox', { name: 'Message' }).fill(line);
    await page.keyboard.press('Enter');
  };
  return {
    page,
    messages,
    newest,
    dialog,
    home,
    type,
    async say(line) {
      const before = await messages().count();
      await type(line);
      await soon(() => messages().count()).toBe(before + 1);
      return newest();
    },
    async sayForForm(line) {
      await type(line);
      await dialog().waitFor();
      return dialog();
    },
    async goHome() {
      await button('Stint').click();
      await button('Home').click();
      await home().waitFor();
      return home();
    },
    goToChannel: () => page.getByRole('button', { name: 'general' }).click(),
    async goToWorkspace(name) {
      await page.getByRole('navigation', { name: 'Workspaces' }).getByRole('button', { name }).click();
      await page
        .getByRole('navigation', { name: 'Workspace', exact: true })
        .getByText(name)
        .first()
        .waitFor();
    },
    async press(label) {
      const before = await newest().innerText();
      await newest()
        .getByRole('button')
        .and(page.getByText(label, { exact: true }))
        .first()
        .click();
      await soon(() => newest().innerText()).not.toBe(before);
      return newest().innerText();
    },
    async save(label = 'Save') {
      await dialog().getByRole('button', { name: label, exact: true }).click();
      await dialog().waitFor({ state: 'hidden' });
    },
    async tabTo(control) {
      for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
        await page.keyboard.press('Tab');
        if (await control.evaluate((element) => element.matches(':focus'))) return;
      }
      throw new Error(`${control} is not reached with Tab`);
    },
  };
}
