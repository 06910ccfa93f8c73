const { existsSync } = require('node:fs');

const chromium = [process.env.CHROMIUM_PATH, process.env.CHROME_BIN, '/usr/bin/chromium'].find(
  (path) => path !== undefined && existsSync(path),
);
if (chromium) process.env.CHROME_BIN = chromium;

module.exports = (config) => {
  config.set({
    frameworks: ['jasmine'],
    plugins: [require('karma-jasmine'), require('karma-chrome-launcher')],
    reporters: ['dots'],
    client: { jasmine: { random: true, forbidDuplicateNames: true, timeoutInterval: 30_000 } },
    customLaunchers: {
      HeadlessChromium: {
        base: 'ChromeHeadless',
        flags: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
          '--disable-quic',
          '--no-first-run',
          '--force-prefers-reduced-motion',
          '--use-fake-device-for-media-stream',
          '--use-fake-ui-for-media-stream',
          '--autoplay-policy=no-user-gesture-required',
          '--window-size=1280,900',
        ],
      },
    },
    logLevel: config.LOG_ERROR,
    restartOnFileChange: false,
    browserNoActivityTimeout: 120_000,
  });
};
