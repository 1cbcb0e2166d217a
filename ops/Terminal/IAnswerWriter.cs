namespace SesCompliance.Ops.Terminal;

/// <summary>Writes an answer one part after the other, so that one of a million parts needs no more memory than one of ten.</summary>
internal interface IAnswerWriter<in T>
{
    void Write(T part);

    /// <summary>Writes what closes the answer; one that was cut short lacks it.</summary>
    void Complete();
}
