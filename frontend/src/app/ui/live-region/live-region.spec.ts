import { show } from '../../testing/screen';
import { LiveRegion } from './live-region';

describe('LiveRegion', () => {
  const rows = [
    ['ROOM-15 says what happens when there is a pause', false, 'status', 'polite'],
    ['ROOM-15 says at once what is urgent', true, 'alert', 'assertive'],
  ] as const;
  for (const [name, isUrgent, role, live] of rows) {
    it(name, async () => {
      const { root } = await show(LiveRegion, { message: 'Leo is here', isUrgent });
      expect(root.getAttribute('role')).toBe(role);
      expect(root.getAttribute('aria-live')).toBe(live);
      expect(root.textContent).toBe('Leo is here');
    });
  }
});
