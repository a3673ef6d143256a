import activity from './activity.json';
import agreement from './agreement.json';
import bid from './bid.json';
import calm from './calm.json';
import carecard from './carecard.json';
import checkin from './checkin.json';
import comfort from './comfort.json';
import concern from './concern.json';
import expectation from './expectation.json';
import feeling from './feeling.json';
import connect from './connect.json';
import gratitude from './gratitude.json';
import guide from './guide.json';
import home from './home.json';
import hold from './hold.json';
import identity from './identity.json';
import need from './need.json';
import note from './note.json';
import notify from './notify.json';
import pairing from './pairing.json';
import phonesdown from './phonesdown.json';
import question from './question.json';
import plan from './plan.json';
import promise from './promise.json';
import repair from './repair.json';
import signal from './signal.json';
import tank from './tank.json';
import timeout from './timeout.json';
import when from './when.json';
import weekly from './weekly.json';
import worksheet from './worksheet.json';

/** What is read after signing in: one file of messages a room. */
export default {
  ...activity,
  ...agreement,
  ...bid,
  ...calm,
  ...carecard,
  ...checkin,
  ...comfort,
  ...concern,
  ...expectation,
  ...feeling,
  ...connect,
  ...gratitude,
  ...guide,
  ...home,
  ...hold,
  ...identity,
  ...need,
  ...note,
  ...notify,
  ...pairing,
  ...phonesdown,
  ...question,
  ...plan,
  ...promise,
  ...repair,
  ...signal,
  ...tank,
  ...timeout,
  ...when,
  ...weekly,
  ...worksheet,
};
