namespace SesCompliance.Ops.Terminal;

/// <summary>Parts for people, each the line that it calls itself.</summary>
internal sealed class LineWriter<T>(TextWriter to, string ifNone) : IAnswerWriter<T>
    where T : notnull
{
    private bool any;

    public void Write(T part)
    {
        to.WriteLine(Plain.Text(part.ToString() ?? ""));
        any = true;
    }

    public void Complete()
    {
        if (!any)
        {
            to.WriteLine(ifNone);
        }
    }
}
