"""The JSON door: REST calls, problem answers, and the guards every door stands behind."""
