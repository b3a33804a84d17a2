/** What a member or a workspace leaves behind when its removal is cut short: here at every single write. */
import '../bot/forget-me.test.ts';
import '../bot/installs/removed.test.ts';
