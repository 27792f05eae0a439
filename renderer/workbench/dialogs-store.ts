import { defineStore } from 'pinia'
import { ref } from 'vue'

/** Which dialogs of the workbench are open; commands open them from wherever the user is. */
export const useDialogs = defineStore('dialogs', () => ({
  newLambda: ref(false),
  /** The lambda that gets another name. */
  renamedLambda: ref<string>(),
  changingType: ref(false),
  newCase: ref(false),
  /** The case of the lambda that shows, that gets another name. */
  renamedCase: ref<string>(),
  keepingRun: ref(false),
  importing: ref(false),
  fileProblems: ref(false),
  shortcuts: ref(false),
}))
