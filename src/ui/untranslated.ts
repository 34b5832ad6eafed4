import { options } from 'preact';

const before = options.vnode;

// Preact leaves out attributes that are `false`; of this one HTML reads the word. Codes, names and addresses marked
// `translate={false}` would otherwise be changed by page translators.
options.vnode = (vnode) => {
  const props: object = vnode.props;
  if (typeof vnode.type === 'string' && 'translate' in props && props.translate === false) props.translate = 'no';
  before?.(vnode);
};
