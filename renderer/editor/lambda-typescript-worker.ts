import { typescript as ts } from 'monaco-editor/languages/features/typescript/lib/typescriptServices'
import { TypeScriptWorker, type WorkerDiagnostic } from 'monaco-editor/languages/features/typescript/tsWorker'
import type { CodeFixAction, LanguageService } from 'typescript'
import {
  declarationFile,
  documentsFile,
  type LambdaDocument,
  type LambdaDocuments,
} from './lambda-documents.ts'
import { mapAnswer, mapArguments } from './map-positions.ts'
import { soften } from './soften-diagnostic.ts'
import { insert, typeAnnotation, type Insertion } from './typed-source.ts'

/**
 * Monaco's TypeScript worker, for lambdas: each is a script of its own, sees the declarations of its own type
 * alone, and its function's parameters have their types although the user wrote none.
 */
export class LambdaTypeScriptWorker extends TypeScriptWorker {
  /** The lambda that the next answer is about; TypeScript sees no other. */
  #current = ''
  #documents: LambdaDocuments = {}
  readonly #insertions = new Map<string, { readonly source: string; readonly insertion?: Insertion }>()

  constructor(context: unknown, data: unknown) {
    super(context, data)
    this.#readDocuments()
    this._languageService = this.#routed(this._languageService)
  }

  override async updateExtraLibs(
    libs: Readonly<Record<string, { readonly content: string }>>,
  ): Promise<void> {
    await super.updateExtraLibs(libs)
    this.#insertions.clear()
    this.#readDocuments()
  }

  override async getSemanticDiagnostics(fileName: string): Promise<WorkerDiagnostic[]> {
    return (await super.getSemanticDiagnostics(fileName)).map(soften)
  }

  /**
   * TypeScript's own corrections, without those that silence it, which write comments into the lambda, and those that
   * would change the declarations, which are FusionAuth's.
   */
  override async getCodeFixesAtPosition(
    ...args: Parameters<TypeScriptWorker['getCodeFixesAtPosition']>
  ): Promise<readonly CodeFixAction[]> {
    const fixes = await super.getCodeFixesAtPosition(...args)
    const [fileName] = args
    return fixes.filter(
      ({ fixName, changes }) =>
        fixName !== 'disableJsDiagnostics' && changes.every((change) => change.fileName === fileName),
    )
  }

  override getScriptFileNames(): string[] {
    const document = this.#documents[this.#current]
    const declarations = document ? declarationFile(document.type) : undefined
    return declarations && declarations in this._extraLibs ? [this.#current, declarations] : [this.#current]
  }

  override getScriptVersion(fileName: string): string {
    const type = this.#documents[fileName]?.type ?? ''
    return `${super.getScriptVersion(fileName)} ${type}`
  }

  protected override _getScriptText(fileName: string): string | undefined {
    const source = super._getScriptText(fileName)
    const insertion = this.#insertionOf(fileName)
    return source !== undefined && insertion ? insert(source, insertion) : source
  }

  #insertionOf(fileName: string): Insertion | undefined {
    const document = this.#documents[fileName]
    const source = document && super._getScriptText(fileName)
    if (!document || source === undefined) return undefined
    const known = this.#insertions.get(fileName)
    if (known?.source === source) return known.insertion
    const insertion = this.#insertionFor(document, source)
    this.#insertions.set(fileName, insertion ? { source, insertion } : { source })
    return insertion
  }

  #insertionFor({ type, functionName }: LambdaDocument, source: string): Insertion | undefined {
    return declarationFile(type) in this._extraLibs ? typeAnnotation(ts, source, functionName) : undefined
  }

  #readDocuments(): void {
    this.#documents = JSON.parse(this._extraLibs[documentsFile]?.content ?? '{}') as LambdaDocuments
  }

  /** The same service, asked about typed sources and answering about the user's. */
  #routed(service: LanguageService): LanguageService {
    return new Proxy(service, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name)
        return typeof member === 'function' ? this.#routedMethod(member.bind(target) as Method) : member
      },
    })
  }

  #routedMethod(method: Method): Method {
    return (...args) => {
      const [fileName, ...rest] = args
      if (typeof fileName !== 'string') return method(...args)
      this.#current = fileName
      const insertion = this.#insertionOf(fileName)
      if (!insertion) return method(...args)
      const answer = method(fileName, ...mapArguments(rest, insertion))
      return mapAnswer(answer, fileName, (name) => this.#insertionOf(name))
    }
  }
}

type Method = (...args: unknown[]) => unknown
