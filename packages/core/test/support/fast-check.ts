import fc from 'fast-check'

/** The same cases at every run, so that the gate is no lottery; FC_SEED looks for others. */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20260101) })
