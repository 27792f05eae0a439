/** The commands of one member, for its menus. */
export const memberMenu = [['member.user', 'member.input', 'member.select'], ['member.remove']]
