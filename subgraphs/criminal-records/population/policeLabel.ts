/** Label of purpose, means and subject as § 22b PolG NRW wants it on synthetic police data. */
export const policeLabel = "Kennzeichnung § 22b PolG NRW: Gefahrenabwehr; offene Erhebung; betroffene Person";
