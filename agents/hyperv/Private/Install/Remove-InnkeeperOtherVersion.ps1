function Remove-InnkeeperOtherVersion {
    <#
    .SYNOPSIS
        Removes every other version of the module once the task runs this one. Versions in use are kept, with a warning.
    #>
    [CmdletBinding()]
    param (
        # The folder of all versions: C:\Program Files\WindowsPowerShell\Modules\Innkeeper.
        [Parameter(Mandatory)] [string] $ProgramPath
    )
    $kept = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($ProgramPath, (Get-InnkeeperVersion)))
    foreach ($other in [System.IO.Directory]::GetDirectories($ProgramPath)) {
        if ([System.IO.Path]::GetFullPath($other) -eq $kept) { continue }
        try { [System.IO.Directory]::Delete($other, $true) }
        catch { $PSCmdlet.WriteWarning("$other is in use and was not removed; the next Install-Innkeeper removes it. ($(Get-InnkeeperErrorText $_))") }
    }
}
