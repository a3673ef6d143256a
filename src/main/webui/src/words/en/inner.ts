import bid from './bid.json';
import calm from './calm.json';
import checkin from './checkin.json';
import comfort from './comfort.json';
import concern from './concern.json';
import expectation from './expectation.json';
import gratitude from './gratitude.json';
import guide from './guide.json';
import home from './home.json';
import identity from './identity.json';
import note from './note.json';
import notify from './notify.json';
import pairing from './pairing.json';
import repair from './repair.json';
import signal from './signal.json';
import timeout from './timeout.json';
import when from './when.json';
import worksheet from './worksheet.json';

/** What is read after signing in: one file of messages a room. */
export default {
  ...bid,
  ...calm,
  ...checkin,
  ...comfort,
  ...concern,
  ...expectation,
  ...gratitude,
  ...guide,
  ...home,
  ...identity,
  ...note,
  ...notify,
  ...pairing,
  ...repair,
  ...signal,
  ...timeout,
  ...when,
  ...worksheet,
};
