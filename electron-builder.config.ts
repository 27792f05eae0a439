import type { Configuration } from 'electron-builder'

/** What the sandbox is: run by a Node of its own, which cannot look into an archive. */
const sandbox = [
  'package.json',
  'out/main/sandbox.js',
  'node_modules/node/**',
  'node_modules/isolated-vm/**',
  'node_modules/node-gyp-build/**',
]

/** Of isolated-vm, its build for this system alone. */
const withoutSources = [
  '!node_modules/isolated-vm/{src,vendor,native-example,scripts,Dockerfile*,binding.gyp,*.tgz}',
  '!node_modules/isolated-vm/prebuilds/!(${platform}-${arch})',
]

/** Where newer versions are looked for; without it the program is one that does not update itself. */
const updateUrl = process.env['UPDATE_URL']

/**
 * How the desktop program is packed. It carries the Node that runs the sandbox, so each system is packed on that
 * system, where `npm ci` has put its Node and its build of isolated-vm.
 */
export default {
  // A Debian package has to name a homepage; this one stands for none.
  extraMetadata: { homepage: process.env['HOMEPAGE_URL'] ?? 'https://lambda-studio.invalid/' },
  appId: 'studio.lambda.desktop',
  productName: 'Lambda Studio',
  copyright: 'Apache-2.0',
  directories: { output: 'dist', buildResources: 'build' },
  files: ['out/{main,preload,renderer}/**', 'package.json', '!**/*.map', ...withoutSources],
  // Beside the archive, where a person finds them.
  extraResources: ['LICENSE', { from: 'out/THIRD-PARTY-NOTICES.txt', to: 'THIRD-PARTY-NOTICES.txt' }],
  asar: true,
  asarUnpack: sandbox,
  // isolated-vm is loaded by the sandbox's Node alone; a build for Electron would take that one away.
  npmRebuild: false,
  nodeGypRebuild: false,
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  },
  protocols: [{ name: 'Lambda Studio', schemes: ['lambda-studio'] }],
  // An ending of its own: by `.json` every JSON file of the machine would belong to the studio. Such a file says
  // nothing but that the folder it lies in is a workspace.
  fileAssociations: [
    {
      ext: 'lambda-studio',
      name: 'Lambda Studio workspace',
      mimeType: 'application/x-lambda-studio',
      role: 'Editor',
    },
  ],
  publish: updateUrl === undefined ? null : [{ provider: 'generic', url: updateUrl }],
  linux: {
    target: ['AppImage', 'deb'],
    executableName: 'lambda-studio',
    category: 'Development',
    maintainer: 'Lambda Studio',
    synopsis: 'Write, run, test and ship FusionAuth lambdas',
  },
  mac: { target: ['dmg', 'zip'], category: 'public.app-category.developer-tools', hardenedRuntime: true },
  win: { target: ['nsis'] },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
} satisfies Configuration
