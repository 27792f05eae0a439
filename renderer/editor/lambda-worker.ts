import { initialize } from 'monaco-editor/internal/common/initialize'
import { LambdaTypeScriptWorker } from './lambda-typescript-worker.ts'

self.onmessage = () => {
  initialize((context, data) => new LambdaTypeScriptWorker(context, data))
}
